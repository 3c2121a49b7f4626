import { type Observed, quantile } from '@jobly/lab/instrument';
import type { Observations } from '@jobly/lab/runner';
import type { Course } from '../course';
import { isAnswered, isFailed, isRefused, responseOf } from '../figures/outcomes';
import { STEP_MS } from '../plan';

type Timeline = Required<Observations>['timelines'][number];
type Line = Required<Timeline>['panels'][number]['lines'][number];

const BIN_MS = 1_000;

/** The samples that a percentile needs. */
const PERCENTILES = [
  { name: 'p99', share: 0.99, samples: 1_000 },
  { name: 'p95', share: 0.95, samples: 200 },
];

/** Load, replicas and response times of one curve, under each other. */
export function courseTimeline(course: Course): Timeline {
  const { stack, curve, durationMs, observed, deployments } = course;
  const counts = (isCounted: (one: Observed) => boolean) => {
    const bins = Array.from({ length: Math.ceil(durationMs / BIN_MS) }, () => 0);
    for (const one of observed) if (isCounted(one)) bins[Math.floor(one.dueMs / BIN_MS)]!++;
    return bins;
  };
  return {
    title: `${stack} follows ${curve}`,
    note: 'Requests at the time when they were due, in the first repetition. Beneath: the replicas that are ready and those that the load needs, and the response times of those answered, p99 of each thousand and p95 of each two hundred.',
    what: 'requests',
    binMs: BIN_MS,
    series: [
      { name: 'answered', counts: counts(isAnswered) },
      { name: 'refused', counts: counts(isRefused) },
    ],
    failed: counts(isFailed),
    marks: [],
    panels: [
      ...Array.from(deployments, ([part, { demand, supply }]) => ({
        name: `replicas of ${part}`,
        unit: '',
        lines: [steps('ready', supply), { ...steps('needed', demand), dashed: true as const }],
      })),
      { name: 'response time', unit: 'ms', lines: PERCENTILES.map((one) => percentileLine(observed, one)) },
    ],
  };
}

/** Only where it changes, and at the end. */
const steps = (name: string, values: readonly number[]): Line => ({
  name,
  stepped: true,
  points: values.flatMap((value, index) =>
    value !== values[index - 1] || index === values.length - 1 ? [{ ms: index * STEP_MS, value }] : [],
  ),
});

/** Of as many requests each as it needs, at the middle of their time. */
function percentileLine(observed: readonly Observed[], { name, share, samples }: (typeof PERCENTILES)[number]): Line {
  const answered = observed.filter(isAnswered).toSorted((one, other) => one.dueMs - other.dueMs);
  return {
    name,
    points: Array.from({ length: Math.floor(answered.length / samples) }, (_, group) => {
      const mine = answered.slice(group * samples, (group + 1) * samples);
      const responses = Float64Array.from(mine, responseOf).sort();
      return { ms: (mine[0]!.dueMs + mine.at(-1)!.dueMs) / 2, value: quantile(responses, share) };
    }),
  };
}
