import { summarise } from '@jobly/lab/results';
import type { MeasuredScene, Observations } from '@jobly/lab/runner';
import type { Lags } from './staleness';

/** The CPU time of a read against how long a change was not seen, way by way. */
export function tradeoffOf(
  { cases, blocks, workloads }: Pick<MeasuredScene, 'cases' | 'blocks' | 'workloads'>,
  found: readonly Lags[],
): Required<Observations>['tradeoffs'][number] {
  const [first] = workloads;
  return {
    name: 'freshness',
    title: `What it costs to show changes soon: ${first!.operation}`,
    note: 'The price of a read and the longest time for which a change of its company was not seen, with answers that are believed for a few seconds.',
    x: { name: 'the longest until a change is seen', unit: 's' },
    y: { name: 'CPU of all processes', unit: 'µs for a request' },
    points: found.flatMap(({ way, lags }) => {
      const single = cases.find(
        ({ workload, load, arms }) => workload === first && !load && arms.some(({ name }) => name === way.name),
      );
      const own = blocks.filter(({ workload, arm }) => workload === single?.name && arm === way.name);
      const { cpuMsPerThousand } = summarise(own, single?.name ?? '', way.name);
      const longest = lags.at(-1)! / 1_000;
      return cpuMsPerThousand === null || longest === Infinity
        ? []
        : [{ name: way.name, x: longest, y: cpuMsPerThousand }];
    }),
  };
}
