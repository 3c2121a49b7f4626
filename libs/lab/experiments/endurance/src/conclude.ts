import { asSentence, cellInWords, type Figures, type Table } from '@jobly/lab/results';
import { ALL as ALL_RESTARTS, RESTARTS } from './restarts/table';
import { FAILED, SLOW_READERS } from './slow-readers/table';
import { ALL as ALL_PROCESSES, SOAK } from './soak/table';
import { stackNames } from './stack-name';

type Tables = Pick<Figures, 'tables'>;

/** What clients of both stacks notice of each. */
export function conclude(figures: Tables): { verdict: string } {
  const told = [slowReaders(figures), restarts(figures), soak(figures)].filter((one) => one !== undefined);
  return { verdict: told.length > 0 ? told.map(asSentence).join(' ') : 'Nothing was observed.' };
}

/** "beside slow readers, p99 is at most 1.10 (0.95 to 1.27) times that without at monolith, and …" */
function slowReaders({ tables }: Tables): string | undefined {
  const rows = rowsOf(tables, SLOW_READERS);
  const worst = stackNames.flatMap((stack) => {
    const mine = rows.filter(({ stack: of }) => of === stack);
    const most = mine.toSorted((one, other) => sizeOf(other.cell('ratio')) - sizeOf(one.cell('ratio')))[0];
    return most ? [`${most.cell('ratio')} times at ${stack}${judgement(mine.map(({ cell }) => cell('target')))}`] : [];
  });
  return worst.length > 0 ? `beside slow readers, others’ p99 is at most ${listed(worst)}` : undefined;
}

/** "of 21,000 requests to monolith, 0 failed while 2 processes were restarted, and …" */
function restarts({ tables }: Tables): string | undefined {
  const told = rowsOf(tables, RESTARTS)
    .filter(({ of }) => of === ALL_RESTARTS)
    .map(
      ({ stack, cell }) =>
        `of ${cell('requests')} requests to ${stack}, ${cell('failed')} failed during ${cell('restarts')} restarts`,
    );
  return told.length > 0 ? listed(told) : undefined;
}

/** "under a steady load, memory changes by +1 % (−1 % to 3 %) at monolith, and …" */
function soak({ tables }: Tables): string | undefined {
  const told = rowsOf(tables, SOAK)
    .filter(({ of }) => of === ALL_PROCESSES)
    .map(
      ({ stack, cell }) =>
        `${cell('change')} at ${stack} with ${cell('errors')} requests in error${judgement([cell('target')])}`,
    );
  return told.length > 0 ? `under a steady load, memory changes by ${listed(told)}` : undefined;
}

/** The rows of a table, with their cells by the heads of the columns. */
function rowsOf(tables: readonly Table[], wanted: string) {
  const table = tables.find(({ name }) => name === wanted);
  return (table?.rows ?? []).map((row) => {
    const cell = (head: string) => cellInWords(row[table!.head.indexOf(head)]!);
    const [stack, of] = row.map(cellInWords);
    return { stack, of, cell };
  });
}

/** Rounds that differ too much leave any ratio possible. */
const sizeOf = (ratio: string) => (ratio.startsWith('any') ? Number.MAX_VALUE : parseFloat(ratio));

/** Only where a target is not known to be kept. */
function judgement(found: readonly string[]): string {
  if (found.includes(FAILED)) return ' (requests failed)';
  if (found.includes('missed')) return ' (target missed)';
  return found.includes('undecided') ? ' (undecided)' : '';
}

const listed = (parts: readonly string[]) => new Intl.ListFormat('en-GB').format(parts);
