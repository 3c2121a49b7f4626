import { excludes } from '@jobly/lab/instrument';
import type { Figures } from '../results';
import { hasSeveralConfigurations } from './cases';
import { repeatsIn } from './repeats';

type Compared = Figures['comparisons'][number];

export interface FindingRow {
  /** The case, by its name in the run. */
  workload: string;
  operation: string;
  /** Its index among the runs of the report. */
  run: number;
  interval: Compared['interval'];
  /** Whether the figure is only a bound, because the generator held one arm back. */
  bound: Compared['bound'];
  /** Whether the interval excludes "no difference", on the side that a bound leaves certain. */
  detectable: boolean;
  valid: boolean;
}

/** One metric of two arms in one configuration, over all operations and runs in which they were compared. */
export interface Finding extends Pick<Compared, 'base' | 'other' | 'metric' | 'as' | 'unit'> {
  /** Undefined if there is only one. */
  configuration: string | undefined;
  /** Whether `other` is `base` once more, to see the noise. */
  repeat: boolean;
  rows: FindingRow[];
}

/** The value that means "no difference". */
export const neutralOf = (as: Compared['as']) => (as === 'ratio' ? 1 : 0);

export const pairOf = ({ as, base, other }: Pick<Compared, 'as' | 'base' | 'other'>) =>
  `${other} ${as === 'ratio' ? '÷' : '−'} ${base}`;

/** The same for all comparisons of the same arms in the same way; names of arms may contain any sign. */
export const pairKey = ({ as, base, other }: Pick<Compared, 'as' | 'base' | 'other'>) =>
  JSON.stringify([as, base, other]);

/** In the order of the experiment, the configurations of each comparison side by side. */
export function findingsOf(runs: readonly Figures[]): Finding[] {
  const several = hasSeveralConfigurations(runs);
  const found = runs.flatMap((results, run) => rowsOf(results, run, several));
  const byKind = Map.groupBy(found, ({ kind }) => JSON.stringify([pairKey(kind), kind.metric]));
  return [...byKind.values()].flatMap((alike) =>
    [...Map.groupBy(alike, ({ configuration }) => configuration)].map(([configuration, together]) => ({
      ...together[0]!.kind,
      configuration,
      rows: byCase(together.map(({ row }) => row)),
    })),
  );
}

interface Found {
  kind: Omit<Finding, 'configuration' | 'rows'>;
  configuration: string | undefined;
  row: FindingRow;
}

function rowsOf({ comparisons, workloads, arms, valid }: Figures, run: number, several: boolean): Found[] {
  const cases = new Map(workloads.map((one) => [one.name, one]));
  const repeats = repeatsIn({ arms });
  return comparisons.map(({ workload, interval, bound, blocks: _, ...kind }) => {
    const { operation, configuration } = cases.get(workload)!;
    const row = {
      workload,
      operation,
      run,
      interval,
      bound,
      detectable: isDetectable(interval, bound, kind.as),
      valid,
    };
    return {
      kind: { ...kind, repeat: repeats.has(kind.other) },
      configuration: several ? configuration : undefined,
      row,
    };
  });
}

function isDetectable(interval: Compared['interval'], bound: Compared['bound'], as: Compared['as']): boolean {
  const neutral = neutralOf(as);
  if (bound === null) return excludes(interval, neutral);
  return bound === 'at least' ? interval.low > neutral : interval.high < neutral;
}

/** The same case of several runs, side by side. */
const byCase = (rows: FindingRow[]) => [...Map.groupBy(rows, ({ workload }) => workload).values()].flat();
