import { createDurations, type Interval, ratioOf } from '@jobly/lab/instrument';
import { count, intervalInWords, percentage, roundedMs, type Table, threeDigits } from '@jobly/lab/results';
import { PATIENCE_MS } from '../schedule/strikes';
import type { Pair } from './pairs';
import { AFFECTED_PER_SECOND, type Phase, PHASE_MS, UNAFFECTED_PER_SECOND } from './phase';

/** The names of the tables that the conclusion finds. */
export const UNAFFECTED = 'unaffected';
export const RETRIES = 'retries';

/** In place of a figure for which there are too few samples. */
export const UNKNOWN = '–';

const OVER = 'The interval (95 %) is over launches, or over rounds if there is a single launch.';
const EACH = `for ${PHASE_MS / 1_000} s with the fault, and for as long just before or just after without it`;

/** What a neighbour's fault does to those that do not need it, and what is attempted at the neighbour meanwhile. */
export const neighbourTables = (pairs: readonly Pair[]): Table[] => [unaffectedTable(pairs), retriesTable(pairs)];

const nameOf = ({ part, strike }: Pick<Pair, 'part' | 'strike'>) => `micro: ${part} ${strike}`;

const byFault = (pairs: readonly Pair[]) => [...Map.groupBy(pairs, nameOf)];

function unaffectedTable(pairs: readonly Pair[]): Table {
  const all = byFault(pairs);
  return {
    name: UNAFFECTED,
    title: 'What a failing service does to the operations that do not need it',
    note: `${UNAFFECTED_PER_SECOND} requests/s to all operations but log-ins that do not need the service, and ${AFFECTED_PER_SECOND}/s to those that do, ${EACH}. The median p99 of all phases, and p99 with the fault ÷ p99 without, as the geometric mean over pairs. ${OVER}`,
    head: ['fault', 'requests', 'failed', 'p50: control', 'fault', 'p99: control', 'fault', 'times the control'],
    rows: all.map(([name, ofFault]) => [name, ...unaffectedBy(ofFault)]),
    keys: all.map(([name]) => name),
  };
}

function unaffectedBy(pairs: readonly Pair[]): string[] {
  const total = (of: (phase: Phase) => number) => pairs.reduce((sum, { fault }) => sum + of(fault), 0);
  const typical = (of: (pair: Pair) => number | null) => inMs(pairs.flatMap((pair) => of(pair) ?? []));
  return [
    count(total(({ unaffected }) => unaffected.offered)),
    count(total(({ unaffected }) => unaffected.failed)),
    typical(({ control }) => control.unaffected.p50),
    typical(({ fault }) => fault.unaffected.p50),
    typical(({ control }) => control.unaffected.p99),
    typical(({ fault }) => fault.unaffected.p99),
    timesInWords(pairs, ({ unaffected }) => unaffected.p99),
  ];
}

function retriesTable(pairs: readonly Pair[]): Table {
  const all = byFault(pairs);
  return {
    name: RETRIES,
    title: 'What is attempted at a failing service, beside what is attempted when it is well',
    note: `${AFFECTED_PER_SECOND} requests/s that need the service, ${EACH}. What works is answered rightly within ${PATIENCE_MS / 1_000} s. An attempt is a request that arrives on the way to the service, from the gateway or from another service, whatever becomes of it, and a connection that is refused. Amplification: attempts with the fault ÷ attempts without, for as many requests of users. Flapping: 30 % of requests are lost with their connections. ${OVER}`,
    head: ['fault', 'requests', 'work', 'attempts: control', 'fault', 'amplification'],
    rows: all.map(([name, ofFault]) => [name, ...attemptedAt(ofFault)]),
    keys: all.map(([name]) => name),
  };
}

function attemptedAt(pairs: readonly Pair[]): string[] {
  const total = (of: (pair: Pair) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0);
  const offered = total(({ fault }) => fault.affected.offered);
  return [
    count(offered),
    percentage(total(({ fault }) => fault.affected.worked) / offered),
    count(total(({ control }) => control.attempts)),
    count(total(({ fault }) => fault.attempts)),
    timesInWords(pairs, ({ attempts }) => attempts),
  ];
}

/** "1.12× (0.98 to 1.27)"; unknown if there are too few samples for it. */
function timesInWords(pairs: readonly Pair[], of: (phase: Phase) => number | null): string {
  const both = pairs.map(({ control, fault, launch }) => ({ base: of(control), other: of(fault), launch }));
  const known = both.flatMap(({ base, other, launch }) => (base && other ? { base, other, launch } : []));
  if (known.length < both.length || both.length < 4) return UNKNOWN;
  return inTimes(ratioOf(known));
}

const inTimes = ({ estimate, ...interval }: Interval) => `${threeDigits(estimate)}× (${intervalInWords(interval)})`;

function inMs(values: readonly number[]): string {
  if (values.length === 0) return UNKNOWN;
  const durations = createDurations();
  values.forEach(durations.record);
  return roundedMs(durations.valueAt(50));
}
