import { cpuPerThousand, throughput as served } from '@jobly/lab/results';
import {
  armAt,
  asDeployed,
  equalCpu,
  type PairedExperiment,
  repeatOf,
  saturationCaseOf,
  withTwin,
} from '@jobly/lab/runner';
import { companyDetail, companyList, jobDetail, jobList, mix, ownProfile } from '@jobly/lab/system-under-test';
import { capacitiesTable } from './capacities';
import { highestRates } from './conclude';

const AGAIN = repeatOf('monolith');

/** Shares of an arm's throughput in a closed loop: from easy to more than it can take. */
const SHARES = { full: [0.3, 0.5, 0.65, 0.8, 0.9, 1, 1.15, 1.3], quick: [0.4, 0.65, 0.85, 1, 1.15, 1.3] };

/** The capacity of each stack: at saturation, and before its users have to wait. */
export const throughput: PairedExperiment = {
  kind: 'paired',
  name: 'throughput',
  question: 'How many requests a second can each stack serve before one in a hundred takes longer than 50 ms?',
  hypothesis: 'On the same CPU, the microservices serve a third to a half of what the monolith does.',
  stacks: 'any',
  design: {
    configurations: [equalCpu, asDeployed],
    settings: {
      full: {
        load: { loop: 'closed', concurrency: 32 },
        launches: 5,
        blocks: 2,
        blockMs: 2_000,
        leadInMs: 300,
        warmUp: 10_000,
      },
      quick: {
        load: { loop: 'closed', concurrency: 32 },
        launches: 4,
        blocks: 2,
        blockMs: 1_000,
        leadInMs: 200,
        warmUp: 10_000,
      },
    },
    workloads: {
      all: [mix, companyList, companyDetail, jobList, jobDetail, ownProfile],
      usual: { full: [mix, jobDetail], quick: [mix] },
    },
    comparisons: [
      { base: 'monolith', other: 'micro', as: 'ratio', metric: served },
      { base: 'monolith', other: 'micro', as: 'ratio', metric: cpuPerThousand },
      { base: 'monolith', other: AGAIN, as: 'ratio', metric: served },
    ],
    control: { base: 'monolith', other: AGAIN, metric: served },
    p99LimitMs: 50,
  },
  async arms(scene) {
    const { arms, close } = await withTwin('monolith', scene);
    return { arms: [arms[0], armAt(scene.stacks.micro, 'micro'), arms[1]], close };
  },
  /** All CPUs only if CPUs cannot be shared out, or if there is time. */
  cases({ workloads, arms, configurations, quick }) {
    const stacks = arms.filter(({ name }) => name !== AGAIN);
    return (quick ? configurations.slice(0, 1) : configurations).flatMap((configuration) =>
      workloads.flatMap((workload) => [
        { name: saturationCaseOf(workload.name, configuration.name), workload, configuration, arms: [...arms] },
        ...SHARES[quick ? 'quick' : 'full'].map((share) => ({
          name: `${workload.name} at ${Math.round(100 * share)} %, ${configuration.name}`,
          workload,
          configuration,
          arms: stacks,
          load: { loop: 'share', arrivals: 'poisson', share } as const,
        })),
      ]),
    );
  },
  conclude: (figures) => ({ verdict: highestRates(figures), tables: [capacitiesTable(figures) ?? []].flat() }),
};
