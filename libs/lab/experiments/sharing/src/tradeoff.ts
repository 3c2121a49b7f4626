import { launchInterval } from '@jobly/lab/instrument';
import { cpuPerThousand } from '@jobly/lab/results';
import type { MeasuredScene, Observations } from '@jobly/lab/runner';
import type { Lags } from './staleness';

/** Fewer blocks have no interval. */
const FEWEST = 4;

/** The CPU time of a read against how long a change was not seen, way by way. */
export function tradeoffOf(
  { cases, blocks, workloads, seed }: Pick<MeasuredScene, 'cases' | 'blocks' | 'workloads' | 'seed'>,
  found: readonly Lags[],
): Required<Observations>['tradeoffs'][number] {
  const [first] = workloads;
  return {
    name: 'freshness',
    title: `What it costs to show changes soon: ${first!.operation}`,
    note: 'The price of a read and the longest time for which a change of its company was not seen, in as many trials as the table has, with answers that are believed for a few seconds.',
    x: { name: 'the longest until a change is seen', unit: 's' },
    y: { name: 'CPU of all processes', unit: 'µs for a request' },
    points: found.flatMap(({ way, lags }) => {
      const single = cases.find(
        ({ workload, load, arms }) => workload === first && !load && arms.some(({ name }) => name === way.name),
      );
      const own = blocks.filter(({ workload, arm }) => workload === single?.name && arm === way.name);
      const samples = own.flatMap((block) => {
        const value = cpuPerThousand.of(block);
        return value === null ? [] : [{ value, launch: block.launch }];
      });
      const longest = lags.at(-1)! / 1_000;
      if (samples.length < FEWEST || longest === Infinity) return [];
      const { estimate, low, high } = launchInterval(samples, { seed });
      return [{ name: way.name, x: longest, y: estimate, interval: { low, high } }];
    }),
  };
}
