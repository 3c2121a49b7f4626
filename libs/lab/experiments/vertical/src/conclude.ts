import { asSentence, cellInWords, type Figures, type Table } from '@jobly/lab/results';
import { deployments } from './deployments';
import { LIMIT_MS } from './plan';
import { BUYS, RATES, SHORT_OF, USE } from './tables';

type Tables = Pick<Figures, 'tables'>;

/** What the smallest and the largest limit buy every deployment, and from where on more buys nothing. */
export function conclude({ tables }: Tables): { verdict: string } {
  const [rates, use] = [RATES, USE].map((wanted) => tables.find(({ name }) => name === wanted));
  if (!rates || !use) return { verdict: 'Nothing was observed.' };
  const told = deployments.flatMap(({ name }) => toldOf(name, rates, use) ?? []);
  return { verdict: asSentence(`with p99 within ${LIMIT_MS} ms, the highest rates are ${told.join('; ')}`) };
}

/** "monolith 320 (310 to 330)/s with 0.25 CPUs and 1,500 (1,400 to 1,600)/s with 2: more than 1 buy it nothing detectable" */
function toldOf(deployment: string, rates: Table, use: Table): string | undefined {
  const rows = rates.rows
    .map((row) => row.map(cellInWords))
    .filter(([name]) => name === deployment)
    .map(([, cpus, rate, , , buys]) => ({ cpus, rate, buys }));
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return undefined;
  const enough = rows.find(({ buys }) => buys === BUYS.nothing);
  const isKnown = rows.every(({ buys }) => buys !== BUYS.unknown);
  const stops = enough
    ? `more than ${enough.cpus} buy it nothing detectable`
    : isKnown
      ? `${last.cpus} buy it more than anything less`
      : `whether it has enough with less than ${last.cpus} is not known`;
  const short = use.rows[use.keys!.indexOf(`${deployment} at ${last.cpus}`)]!.at(-1);
  const caveat = short === SHORT_OF.machine ? ' (all that this machine had to give)' : '';
  return `${deployment} ${first.rate}/s with ${first.cpus} CPUs and ${last.rate}/s with ${last.cpus}${caveat}: ${stops}`;
}
