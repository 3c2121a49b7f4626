import { madeUpResults } from '@jobly/lab/fixtures/results';
import { cpuPerThousand, type Results, serviceP50, throughput } from '@jobly/lab/results';
import { COUNTS } from './counts';
import { ways, usualOf } from './ways';

/** An estimate, and how far its interval reaches to both sides. */
type Found = readonly [estimate: number, reach: number];

/** A run that found, of GET /jobs/:id, these differences in ms and µs, and this ratio of requests/s. */
export function sharingRun(prices: Record<string, { time: Found; cpu: Found; served?: Found }>): Results {
  const made = madeUpResults();
  const [workload] = made.workloads;
  const found = ways.filter(({ name }) => name in prices);
  const operation = 'GET /jobs/:id';
  const cases = (topology: string) => [`job-detail, all CPUs, ${topology}`, `job-detail, saturated, one, ${topology}`];
  return {
    ...made,
    workloads: [...new Set(found.flatMap(({ topology }) => cases(topology)))].map((name) => ({
      ...{ ...workload!, name, operation },
      configuration: name.includes('saturated') ? 'equal CPU' : 'all CPUs',
    })),
    comparisons: found.flatMap(({ name, topology }) => {
      const [single, saturated] = cases(topology) as [string, string];
      const { time, cpu, served } = prices[name]!;
      const base = usualOf(topology).name;
      const row = (
        of: string,
        as: 'difference' | 'ratio',
        { name: metric, unit }: { name: string; unit: string },
        [estimate, reach]: Found,
      ) => ({
        ...{ workload: of, base, other: name, as, metric, unit, bound: null, blocks: 40 },
        interval: { estimate, low: estimate - reach, high: estimate + reach },
      });
      return [
        row(single, 'difference', serviceP50, time),
        row(single, 'difference', cpuPerThousand, cpu),
        ...(served ? [row(saturated, 'ratio', throughput, served)] : []),
      ];
    }),
    tables: [
      {
        name: COUNTS,
        ...{ title: 'For one request', note: '', head: [] },
        rows: ways.map(({ name }, at) => [name, operation, String(3 - at), String(2 * at), '100']),
        keys: ways.map(({ name }) => `${name}, ${operation}`),
      },
    ],
  };
}
