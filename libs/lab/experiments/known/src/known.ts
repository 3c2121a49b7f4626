import { cpuPerThousand, serviceP50 } from '@jobly/lab/results';
import { asDeployed, casesOf, type PairedExperiment, repeatOf } from '@jobly/lab/runner';
import { jobDetail } from '@jobly/lab/system-under-test';
import { foundGates, foundTable, inWords } from './found';
import { slowdowns } from './slowdowns';
import { startSlowed } from './start-slowed';
import { truthTable } from './truth';

const AGAIN = repeatOf('monolith');

/** One request at a time: nothing queues, so what is added to a request is what its time grows by. */
const load = { loop: 'closed', concurrency: 1 } as const;

/** Whether the lab finds differences whose size is known, launches and all. */
export const known: PairedExperiment = {
  kind: 'paired',
  name: 'known',
  question: 'Does the lab find a monolith that is slower by a known amount, and the right amount?',
  hypothesis: 'It finds 50 µs of CPU time and 0.2 ms of waiting, and no difference between a stack and its twin.',
  stacks: 'own',
  design: {
    configurations: [asDeployed],
    settings: {
      full: { load, launches: 8, blocks: 6, blockMs: 700, leadInMs: 80, warmUp: 10_000 },
      quick: { load, launches: 4, blocks: 4, blockMs: 600, leadInMs: 60, warmUp: 10_000 },
    },
    workloads: { all: [jobDetail], usual: { full: [jobDetail], quick: [jobDetail] } },
    comparisons: [serviceP50, cpuPerThousand].flatMap((metric) =>
      [...slowdowns.map(({ name }) => name), AGAIN].map((other) => ({
        ...{ base: 'monolith', other, metric },
        as: 'difference' as const,
      })),
    ),
    control: { base: 'monolith', other: AGAIN, metric: serviceP50 },
  },
  arms: (scene) => startSlowed(scene),
  cases: ({ workloads, arms, configurations }) => casesOf(workloads, configurations[0]!, () => [...arms]),
  observe: async () => ({ tables: [truthTable()] }),
  check: foundGates,
  conclude: (figures) => ({ verdict: inWords(figures), tables: [foundTable(figures)] }),
};
