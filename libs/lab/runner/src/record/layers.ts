import { excludes, type Interval } from '@jobly/lab/instrument';
import { type Compared, cpuPerThousand, responseP50, type Results, type Summary } from '@jobly/lab/results';
import type { Layers } from '../experiment/design';

type Waterfall = Results['waterfalls'][number];
type Part = Waterfall['arms'][number]['parts'][number];

/** A figure of an arm that is split up, in ms per request. */
interface Splitting {
  what: string;
  metric: string;
  of: (summary: Summary) => number | null;
  /** From the metric's unit to ms per request. */
  scale: number;
}

const SPLITTINGS: readonly Splitting[] = [
  { what: 'median time of', metric: responseP50.name, of: ({ response }) => response.p50, scale: 1 },
  {
    what: 'CPU time of',
    metric: cpuPerThousand.name,
    of: ({ cpuMsPerThousand }) => cpuMsPerThousand,
    scale: 1 / 1_000,
  },
];

/**
 * A request through its layers: the time of the first, the time that each further one adds, with its interval, and
 * what is left of the last one's own time. Steps are means over pairs of blocks, and the ends are figures of all blocks
 * together, so that there is a remainder.
 */
export function layersOf(
  { of: request, steps }: Layers,
  comparisons: readonly Compared[],
  summaries: readonly Summary[],
  operationOf: (workload: string) => string,
): Waterfall[] {
  const [first, ...others] = steps;
  const last = steps.at(-1)!.arm;
  return summaries
    .filter(({ arm }) => arm === first!.arm)
    .flatMap((bottom) => {
      const { workload } = bottom;
      const top = summaries.find((one) => one.arm === last && one.workload === workload);
      return SPLITTINGS.flatMap(({ what, metric, of, scale }): Waterfall[] => {
        const [base, whole] = [of(bottom), top ? of(top) : null];
        if (base === null || whole === null) return [];
        const added = others.flatMap(({ arm, adds }) => {
          const step = comparisons.find(
            (one) => one.workload === workload && one.other === arm && one.metric === metric,
          );
          return step ? [partOf(adds, step.interval, scale)] : [];
        });
        const attributed = [{ name: first!.adds, ms: base * scale }, ...added];
        const rest = whole * scale - attributed.reduce((sum, { ms }) => sum + ms, 0);
        const parts = [...attributed, { name: REMAINDER, ms: rest, certain: false }];
        return [{ operation: operationOf(workload), what: `${what} ${request}`, arms: [{ arm: last, parts }] }];
      });
    });
}

const REMAINDER = 'not attributed to a layer';

const partOf = (name: string, { estimate, low, high }: Interval, scale: number): Part => ({
  name,
  ms: estimate * scale,
  interval: { low: low * scale, high: high * scale },
  certain: excludes({ estimate, low, high }, 0),
});
