import { cpuPerThousand, responseP50 } from '@jobly/lab/results';
import { armAt, asDeployed, casesOf, type PairedExperiment, repeatOf, withTwin } from '@jobly/lab/runner';
import { companyDetail, companyList, jobDetail, startTwin } from '@jobly/lab/system-under-test';

const ON_NODE = 'micro';
const ON_BUN = 'micro, companies on Bun';
const AGAIN = repeatOf(ON_NODE);

const betweenRuntimes = { base: ON_NODE, other: ON_BUN, as: 'ratio' } as const;

const load = { loop: 'open', arrivals: 'poisson', rate: 150 } as const;

/** The operations that the companies service answers, or is asked for: one by itself, two with the jobs service. */
const ofCompanies = [companyList, companyDetail, jobDetail];

/** Two programs in one place, over one database: what they share is the contract. */
export const runtime: PairedExperiment = {
  kind: 'paired',
  name: 'runtime',
  question: 'What does the companies service cost on Bun, beside the same service on Node.js?',
  hypothesis: 'Less CPU time for each request, since Bun’s own PostgreSQL client is native; of the response little.',
  stacks: 'own',
  // Bun is optional.
  inBaseline: false,
  design: {
    configurations: [asDeployed],
    settings: {
      full: { load, launches: 5, blocks: 4, blockMs: 1_000, leadInMs: 100, warmUp: 10_000 },
      quick: { load, launches: 4, blocks: 2, blockMs: 700, leadInMs: 80, warmUp: 10_000 },
    },
    workloads: { all: ofCompanies, usual: { full: ofCompanies, quick: ofCompanies } },
    comparisons: [
      { ...betweenRuntimes, metric: responseP50 },
      { ...betweenRuntimes, metric: cpuPerThousand },
      { base: ON_NODE, other: AGAIN, as: 'ratio', metric: responseP50 },
    ],
    control: { base: ON_NODE, other: AGAIN, metric: responseP50 },
  },
  async arms(scene) {
    const { arms, close } = await withTwin('micro', scene);
    const onBun = await startTwin('micro', scene.stacks.postgres!, scene.signal, { COMPANIES_RUNTIME: 'bun' });
    return {
      arms: [...arms, armAt(onBun.target, ON_BUN)],
      close: async () => {
        await Promise.all([close?.(), onBun.stop()]);
      },
    };
  },
  cases: ({ workloads, arms, configurations }) => casesOf(workloads, configurations[0]!, () => [...arms]),
};
