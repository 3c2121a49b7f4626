import { cpuPerThousand, responseP50, responseP95, throughput } from '@jobly/lab/results';
import { armName, casesOf, type PairedExperiment, repeated, repeatOf, saturationCaseOf } from '@jobly/lab/runner';
import { ownProfile } from '@jobly/lab/system-under-test';
import { lookAfterwards } from './afterwards';
import { startFronts, targetOf } from './fronts';
import { NO_CACHE, STACKS, ttls, USUAL } from './ttls';
import { cacheWorkloads } from './workloads';
import { whatACacheGives } from './conclude';

const CONTROL = armName('monolith', NO_CACHE.name);
const AGAIN = repeatOf(CONTROL);

const kept = ttls.filter((ttl) => ttl !== NO_CACHE);

/** Each cache against the same nginx without one, and the stacks against each other behind the same cache. */
const steps = [
  ...STACKS.flatMap((stack) =>
    kept.map((ttl) => ({ base: armName(stack, NO_CACHE.name), other: armName(stack, ttl.name) }) as const),
  ),
  ...ttls.map((ttl) => ({ base: armName('monolith', ttl.name), other: armName('micro', ttl.name) }) as const),
];

/** With a single TTL: the others behave the same within a block. */
const WITH_AND_WITHOUT = STACKS.flatMap((stack) => [armName(stack, NO_CACHE.name), armName(stack, USUAL.name)]);

const load = { loop: 'open', arrivals: 'poisson', rate: 200 } as const;
const saturation = { loop: 'closed', concurrency: 16 } as const;

/** The gain and the price of caching answers in front of a stack. */
export const cache: PairedExperiment = {
  kind: 'paired',
  name: 'cache',
  question: 'What does a cache in front of Jobly give, in time, in CPU and in requests/s, and how old do answers get?',
  hypothesis:
    'An answer from the cache takes a fraction of a millisecond whichever stack it is from, so at least five times as many requests are served and the price of the microservices is gone; and a change is not seen for as long as answers are kept.',
  stacks: 'own',
  nginx: true,
  design: {
    configurations: [
      {
        name: 'behind nginx',
        description:
          'one nginx for every arm, in front of one process or of four, on all CPUs; every block begins with a full cache',
      },
    ],
    settings: {
      // The lead-in is as long as the shortest TTL; otherwise all its answers would be fresh during the block.
      full: { load, launches: 1, blocks: 6, blockMs: 1_050, leadInMs: 1_000, warmUp: 10_000 },
      quick: { load, launches: 1, blocks: 8, blockMs: 500, leadInMs: 50, warmUp: 3_000 },
    },
    workloads: { all: cacheWorkloads, usual: { full: cacheWorkloads, quick: cacheWorkloads.slice(0, 1) } },
    comparisons: [
      ...[responseP50, responseP95, cpuPerThousand, throughput].flatMap((metric) =>
        steps.map((step) => ({ ...step, as: 'ratio' as const, metric })),
      ),
      { base: CONTROL, other: AGAIN, as: 'ratio', metric: responseP50 },
    ],
    control: { base: CONTROL, other: AGAIN, metric: responseP50 },
    lowerBounds: STACKS.flatMap((stack) => kept.map((ttl) => armName(stack, ttl.name))),
  },
  async arms({ stacks, run: { nginx }, signal }) {
    const { started: fronts, stop } = await startFronts(stacks, nginx!, { accessLog: false }, signal);
    const arms = fronts.map((front) => ({
      ...targetOf(front, stacks),
      name: front.name,
      home: stacks[front.stack].origin,
    }));
    const control = arms.find(({ name }) => name === CONTROL)!;
    return { arms: [...arms, repeated(control)], close: stop };
  },
  /** Every TTL on the first operation, except in a quick run; with and without a cache on the others, and saturated. */
  cases({ workloads, arms, configurations: [configuration], quick }) {
    const some = arms.filter(({ name }) => WITH_AND_WITHOUT.includes(name));
    const again = arms.filter(({ name }) => name === AGAIN);
    const [first] = workloads;
    const saturated = { ...first!, operation: `${first!.operation} at saturation` };
    const name = saturationCaseOf(saturated.name, configuration!.name);
    return [
      ...casesOf(workloads, configuration!, (workload) => {
        if (workload === first && !quick) return [...arms];
        return workload === ownProfile ? some : [...some, ...again];
      }),
      { name, workload: saturated, configuration: configuration!, arms: some, load: saturation },
    ];
  },
  observe: lookAfterwards,
  conclude: (figures) => ({ verdict: whatACacheGives(figures) }),
};
