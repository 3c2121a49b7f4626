import { excludes } from '../../statistics/paired';
import type { Results } from '../results';

type Compared = Results['comparisons'][number];

export interface FindingRow {
  operation: string;
  /** Its index among the runs of the report. */
  run: number;
  interval: Compared['interval'];
  /** Whether the interval excludes "no difference". */
  detectable: boolean;
  valid: boolean;
}

/** One metric of two arms, over all operations and runs where they were compared. */
export interface Finding extends Pick<Compared, 'base' | 'other' | 'metric' | 'as' | 'unit'> {
  rows: FindingRow[];
}

/** What "no difference" is. */
export const neutralOf = (as: Compared['as']) => (as === 'ratio' ? 1 : 0);

export const pairOf = ({ as, base, other }: Pick<Compared, 'as' | 'base' | 'other'>) =>
  `${other} ${as === 'ratio' ? '÷' : '−'} ${base}`;

/** In the order in which the experiment names them. */
export function findingsOf(runs: readonly Results[]): Finding[] {
  const found = new Map<string, Finding>();
  for (const [run, { comparisons, workloads, valid }] of runs.entries()) {
    const operationOf = new Map(workloads.map(({ name, operation }) => [name, operation]));
    for (const { workload, interval, blocks: _, ...what } of comparisons) {
      const key = JSON.stringify([pairOf(what), what.metric]);
      const finding = found.get(key) ?? { ...what, rows: [] };
      const detectable = excludes(interval, neutralOf(what.as));
      finding.rows.push({ operation: operationOf.get(workload) ?? workload, run, interval, detectable, valid });
      found.set(key, finding);
    }
  }
  return [...found.values()].map((finding) => ({ ...finding, rows: byOperation(finding.rows) }));
}

/** The same operation of several runs, next to each other. */
const byOperation = (rows: FindingRow[]) => [...Map.groupBy(rows, ({ operation }) => operation).values()].flat();
