import { excludes } from '@jobly/lab/instrument';
import { type Compared, cpuPerThousand, responseP50, type Summary } from '@jobly/lab/results';
import type { Design } from '../experiment/design';

export interface Split {
  operation: string;
  what: string;
  arms: {
    arm: string;
    parts: { name: string; ms: number; /** Whether its interval excludes nothing at all. */ certain?: boolean }[];
  }[];
}

/** One request through all layers: the time of the first, and the time that each further one adds. */
export function layersOf(
  layers: Required<Design>['layers'],
  comparisons: readonly Compared[],
  summaries: readonly Summary[],
  operationOf: (workload: string) => string,
): Split[] {
  const { arm: first, adds: firstAdds } = layers[0]!;
  const last = layers.at(-1)!.arm;
  const bottom = summaries.filter(({ arm }) => arm === first);
  return bottom.flatMap(({ workload, response, cpuMsPerThousand }) => {
    const split = (what: string, metric: string, base: number | null, scale: number): Split[] => {
      if (base === null) return [];
      const added = layers.slice(1).flatMap(({ arm, adds }) => {
        const step = comparisons.find((one) => one.workload === workload && one.other === arm && one.metric === metric);
        return step ? [{ name: adds, ms: step.interval.estimate * scale, certain: excludes(step.interval, 0) }] : [];
      });
      const parts = [{ name: firstAdds, ms: base * scale }, ...added];
      return [{ operation: operationOf(workload), what, arms: [{ arm: last, parts }] }];
    };
    return [
      ...split('median time of a request', responseP50.name, response.p50, 1),
      // CPU ms per 1,000 requests are µs per request.
      ...split('CPU time of a request', cpuPerThousand.name, cpuMsPerThousand, 1 / 1_000),
    ];
  });
}
