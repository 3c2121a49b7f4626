import { madeUpResults } from '@jobly/lab/fixtures/results';
import { cpuPerThousand, type Results, serviceP50 } from '@jobly/lab/results';
import { caseNameOf } from './cases';
import { rungs } from './rungs';

/** What a rung adds: an estimate, and how far its interval reaches to both sides. */
export type Added = readonly [estimate: number, reach: number];

/** A run that found these prices on an operation: in ms of time, and in µs of CPU time. */
export function ladderRun(operation: string, prices: Record<string, { time: Added; cpu: Added }>): Results {
  const made = madeUpResults();
  const [workload] = made.workloads;
  const found = rungs.filter(({ name }) => name in prices);
  const names = new Map(found.map((rung) => [rung.name, caseNameOf(operation, rung)]));
  return {
    ...made,
    workloads: [...new Set(names.values())].map((name) => ({ ...workload!, name })),
    comparisons: found.flatMap(({ name, base }) =>
      (
        [
          [serviceP50, prices[name]!.time],
          [cpuPerThousand, prices[name]!.cpu],
        ] as const
      ).map(([metric, [estimate, reach]]) => ({
        ...{ workload: names.get(name)!, base: base!, other: name, as: 'difference' as const },
        ...{ metric: metric.name, unit: metric.unit, bound: null, blocks: 40 },
        interval: { estimate, low: estimate - reach, high: estimate + reach },
      })),
    ),
  };
}
