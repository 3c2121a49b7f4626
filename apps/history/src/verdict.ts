import pc from 'picocolors';
import { check } from './check/check';
import type { Violation } from './check/violation';
import type { Fault, History, Operation } from './record/entries';

/** The result of checking one history. */
export interface Verdict {
  stack: string;
  seed: number;
  file: string;
  operations: number;
  records: number;
  /** Operations by their outcomes. */
  outcomes: Partial<Record<Operation['outcome'], number>>;
  faults: number;
  violations: Violation[];
}

/** Operations that are shown of a record; the file has the others. */
const MOST_SHOWN = 12;

export function verdictOn(history: History, file: string): Verdict {
  const { beginning, operations, faults } = history;
  const byOutcome = Map.groupBy(operations, ({ outcome }) => outcome);
  return {
    stack: beginning.stack,
    seed: beginning.seed,
    file,
    operations: operations.length,
    records: new Set(operations.map(({ record }) => record)).size,
    outcomes: Object.fromEntries([...byOutcome].map(([outcome, { length }]) => [outcome, length])),
    faults: faults.length,
    violations: check(history),
  };
}

export const describeFault = ({ at, target, does, forMs }: Fault): string =>
  `${seconds(at)}  ${does} ${target}${forMs === undefined ? '' : ` for ${seconds(forMs).trim()}`}`;

export const describeAnswer = ({ completedAt, record, does, answer }: Operation): string =>
  `${seconds(completedAt)}  ${does} ${record} was answered ${answer}`;

/** A sentence, and what was done with the record up to the end. */
export function describeViolation({ kind, message, operations }: Violation): string {
  const shown = operations.slice(-MOST_SHOWN).map(describeOperation);
  return [pc.red(`✗ ${kind}: ${message}`), ...shown.map((line) => `    ${line}`)].join('\n');
}

function describeOperation({ client, does, value, invokedAt, completedAt, outcome, answer }: Operation): string {
  const what = value === undefined ? does : `${does} ${JSON.stringify(value)}`;
  return `${seconds(invokedAt)}–${seconds(completedAt).trim()}  ${client}: ${what}: ${outcome} (${answer})`;
}

/** One line: the counts, and where the history is. */
export function summarize({ stack, seed, file, operations, records, outcomes, faults, violations }: Verdict): string {
  const counts = `${operations} operations on ${records} records, ${outcomes.refused ?? 0} refused, ${outcomes.unknown ?? 0} unknown, ${faults} faults`;
  const result = violations.length === 0 ? pc.green('0 violations') : pc.red(`${violations.length} violations`);
  return `${stack}: ${counts}, ${result} (seed ${seed}; ${file})`;
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(3).padStart(8)} s`;
