import { cpuPerThousand, serviceP50 } from '@jobly/lab/results';
import { asDeployed, casesOf, type PairedExperiment, repeatOf } from '@jobly/lab/runner';
import { allWorkloads, jobDetail, jobList, ownProfile, updateJob } from '@jobly/lab/system-under-test';
import { AGAINST, appsOfOther } from './against';
import { OTHER, STACKS } from './names';
import { startVersions } from './start-versions';

const AGAIN = repeatOf('monolith');

/** One request at a time: nothing queues, so that what is added to a request is what its CPU and time grow by. */
const load = { loop: 'closed', concurrency: 1 } as const;

/** What a change of the program costs: this version beside another one, in interleaved blocks. */
export const versions: PairedExperiment = {
  kind: 'paired',
  name: 'versions',
  question: 'What does a request cost in this version, beside what it costs in another one?',
  hypothesis: 'No change of the program adds more than 3 % to the CPU time of a request.',
  stacks: 'own',
  flags: { [AGAINST]: 'the workspace of the other version, built' },
  assertFlags: appsOfOther,
  inBaseline: false,
  design: {
    configurations: [asDeployed],
    settings: {
      full: { load, launches: 8, blocks: 6, blockMs: 700, leadInMs: 80, warmUp: 10_000 },
      quick: { load, launches: 4, blocks: 4, blockMs: 600, leadInMs: 60, warmUp: 10_000 },
    },
    workloads: {
      all: allWorkloads,
      usual: { full: [jobDetail, jobList, ownProfile, updateJob], quick: [jobDetail] },
    },
    comparisons: [cpuPerThousand, serviceP50].flatMap((metric) =>
      (['ratio', 'difference'] as const).flatMap((as) =>
        STACKS.map((stack) => ({ base: OTHER[stack], other: stack, metric, as })),
      ),
    ),
    control: { base: 'monolith', other: AGAIN, metric: cpuPerThousand },
  },
  arms: startVersions,
  cases: ({ workloads, arms, configurations }) => casesOf(workloads, configurations[0]!, () => [...arms]),
};
