import { asSentence, cellInWords, count, type Figures, othersReason, type Table } from '@jobly/lab/results';
import { BUSY, CLIENTS } from './report/clients-table';
import { ELASTICITY } from './report/elasticity-table';

type Tables = Pick<Figures, 'tables'>;

/** A generator that is busier may be what its figures show (%). */
const BUSIEST = 50;

/** How closely the replicas of both stacks follow each curve, and what became of the requests. */
export function conclude({ tables }: Tables): { verdict: string } {
  const followed = rowsOf(tables, ELASTICITY);
  const served = rowsOf(tables, CLIENTS);
  if (served.length === 0) return { verdict: 'Nothing was observed.' };
  const curves = [...new Set(served.map(({ load }) => load))];
  const told = curves.map((curve) => {
    const each = served
      .filter(({ load }) => load === curve)
      .map(({ stack }) => {
        // The first one needs most replicas.
        const { cell } = followed.find((row) => row.stack === stack && row.load === curve)!;
        const part = cell('process') === stack ? stack : `${stack}’s ${cell('process')}`;
        return `${part} has too few replicas for ${cell('timeshare_U')} of the time and too many for ${cell('timeshare_O')}`;
      });
    return `along ${curve}, ${each.join(', ')}`;
  });
  const failed = served.reduce((sum, { cells }) => sum + cells.failed, 0);
  const requests = served.reduce((sum, { cells }) => sum + cells.requests, 0);
  const refused = [...Map.groupBy(served, ({ stack }) => stack)].map(
    ([stack, alike]) => `${count(alike.reduce((sum, { cells }) => sum + cells.refused, 0))} at ${stack}`,
  );
  const outcome = `of ${count(requests)} requests ${count(failed)} failed, and ${refused.join(' and ')} were refused`;
  return { verdict: asSentence(`${told.join('; ')}; ${outcome}`) };
}

/** The reasons that a run does not count. */
export function check({ tables }: Tables): string[] {
  const busy = rowsOf(tables, CLIENTS)
    .filter(({ cells }) => cells.busy > BUSIEST)
    .map(
      ({ stack, load, cells }) =>
        `The generator was busy for ${count(cells.busy)} % of the time while ${stack} followed ${load}, so response times may be its own; run it again when nothing else works on this machine.`,
    );
  return [...busy, ...othersReason({ tables }, CLIENTS)];
}

/** The rows of a table, with their cells by the heads of the columns. */
function rowsOf(tables: readonly Table[], wanted: string) {
  const table = tables.find(({ name }) => name === wanted);
  return (table?.rows ?? []).map((row) => {
    const cell = (head: string) => cellInWords(row[table!.head.indexOf(head)] ?? '');
    const amount = (head: string) => parseFloat(cell(head).replaceAll(',', ''));
    return {
      stack: cell('stack'),
      load: cell('load'),
      cell,
      cells: {
        requests: amount('requests'),
        failed: amount('failed'),
        refused: amount('refused'),
        busy: amount(BUSY),
      },
    };
  });
}
