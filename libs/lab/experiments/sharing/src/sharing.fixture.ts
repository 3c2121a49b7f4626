import { madeUpResults } from '@jobly/lab/fixtures/results';
import { cpuPerThousand, type Results, serviceP50, throughput } from '@jobly/lab/results';
import { COUNTS } from './counts';
import { MONOLITH, ways, usualOf } from './ways';

/** An estimate, and how far its interval reaches to both sides. */
type Found = readonly [estimate: number, reach: number];

/**
 * A run that found, of GET /jobs/:id, these differences in ms and µs, and these ratios of requests/s: to asking the owner,
 * and to the monolith.
 */
export function sharingRun(
  prices: Record<string, { time?: Found; cpu?: Found; served?: Found; ofMonolith?: Found }>,
): Results {
  const made = madeUpResults();
  const [workload] = made.workloads;
  const found = ways.filter(({ name }) => name in prices);
  const operation = 'GET /jobs/:id';
  const single = 'job-detail, all CPUs';
  const saturated = 'job-detail, saturated, equal CPU';
  return {
    ...made,
    workloads: [single, saturated].map((name) => ({
      ...{ ...workload!, name, operation },
      configuration: name === saturated ? 'equal CPU' : 'all CPUs',
    })),
    comparisons: found.flatMap(({ name, topology }) => {
      const { time, cpu, served, ofMonolith } = prices[name]!;
      const usual = usualOf(topology).name;
      const row = (
        ...[of, base, as, { name: metric, unit }, found]: [
          string,
          string,
          'difference' | 'ratio',
          { name: string; unit: string },
          Found | undefined,
        ]
      ) => {
        if (!found) return [];
        const [estimate, reach] = found;
        const interval = { estimate, low: estimate - reach, high: estimate + reach };
        return [{ ...{ workload: of, base, other: name, as, metric, unit, bound: null, blocks: 40 }, interval }];
      };
      return [
        ...row(single, usual, 'difference', serviceP50, time),
        ...row(single, usual, 'difference', cpuPerThousand, cpu),
        ...row(saturated, usual, 'ratio', throughput, served),
        ...row(saturated, MONOLITH.name, 'ratio', throughput, ofMonolith),
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
