import type { Results } from './results';
import { madeUpResults } from './results.fixture';

/** A run that looked for the highest rate at which p99 stays within 50 ms. */
export function saturationResults(): Results {
  const once = madeUpResults();
  const [workload] = once.workloads;
  const point = (offered: number, p50: number, p99: number | null) => ({
    offered,
    achieved: Math.min(offered, 1_010),
    p50,
    p99,
  });
  const curve = { operation: workload!.operation, configuration: workload!.configuration };
  const interval = { estimate: 0.33, low: 0.3, high: 0.37 };
  const between = {
    workload: workload!.name,
    base: 'monolith',
    other: 'micro',
    as: 'ratio',
    unit: '',
    interval,
    bound: null,
    blocks: 6,
  } as const;
  return {
    ...once,
    experiment: 'throughput',
    settings: { ...once.settings, load: { loop: 'closed', concurrency: 32 } },
    workloads: [
      { ...workload!, rate: null },
      { ...workload!, name: 'at 50 %', rate: null, share: 0.5 },
    ],
    summaries: once.summaries.filter((one) => one.workload === workload!.name),
    blocks: once.blocks.flatMap((one) =>
      one.workload === workload!.name ? [one, { ...one, workload: 'at 50 %' }] : [],
    ),
    comparisons: [
      { ...between, metric: 'highest rate with p99 ≤ 50 ms' },
      { ...between, metric: 'throughput' },
    ],
    curves: [
      {
        ...curve,
        arm: 'monolith',
        points: [
          point(300, 0.9, 3),
          point(500, 1, 5.2),
          point(650, 1.3, 9),
          point(800, 1.9, 17),
          point(900, 3.1, 38),
          point(1_000, 9, 90),
          point(1_100, 60, 410),
        ],
        highest: { limitMs: 50, estimate: 941, low: 902, high: 980, bound: null },
      },
      {
        ...curve,
        arm: 'micro',
        points: [
          point(105, 2.8, 9),
          point(175, 3, 14),
          point(230, 3.5, 21),
          point(280, 4.9, 34),
          point(315, 8, 58),
          point(350, 21, 160),
          point(385, 130, 700),
        ],
        highest: { limitMs: 50, estimate: 308, low: 286, high: 330, bound: null },
      },
    ],
  };
}
