import { cpuPerThousand, responseP50 } from '../analysis/metrics';
import { companyList, jobDetail } from '../workload';
import type { Experiment } from './experiment';

const AGAIN = 'gateway again';

const minus = (other: string, base: string) =>
  [
    { base, other, as: 'difference', metric: responseP50 },
    { base, other, as: 'difference', metric: cpuPerThousand },
  ] as const;

const load = { loop: 'open', arrivals: 'constant', rate: 100 } as const;

/**
 * The same request sent to the gateway and to the service behind it differs by one gateway hop. GET /jobs/:id asks the
 * companies module: over HTTP in the jobs service, by a function call in the monolith, with the same statements; so the
 * jobs service less the monolith is one service hop. For GET /companies, where nothing is asked of a neighbour, service
 * less monolith must be about nothing, which shows that the rest of the two processes costs the same.
 */
export const hops: Experiment = {
  name: 'hops',
  question: 'How long does one hop take: through the gateway, and from service to service?',
  hypothesis: 'At low load a gateway hop takes at most 0.4 ms of p50, a service hop at most 0.5 ms.',
  configuration: 'as deployed, one request at a time more often than not',
  ownStacks: true,
  settings: {
    full: { load, blocks: 12, blockMs: 3_000, leadInMs: 200, warmUpMs: 3_000 },
    quick: { load, blocks: 8, blockMs: 900, leadInMs: 100, warmUpMs: 700 },
  },
  workloads: { all: [companyList, jobDetail], usual: [companyList, jobDetail] },
  arms: ({ monolith, micro, services }) => ({
    arms: [
      { ...monolith, name: 'monolith', stack: 'monolith' },
      { ...services!.companies, name: 'companies service', stack: 'micro' },
      { ...services!.jobs, name: 'jobs service', stack: 'micro' },
      { ...micro, name: 'gateway', stack: 'micro' },
      { ...micro, name: AGAIN, stack: 'micro' },
    ],
  }),
  cases: (workloads, arms) =>
    workloads.map((workload) => {
      const otherService = workload === jobDetail ? 'companies service' : 'jobs service';
      return { workload, arms: arms.filter(({ name }) => name !== otherService) };
    }),
  comparisons: [
    ...minus('gateway', 'companies service'),
    ...minus('companies service', 'monolith'),
    ...minus('gateway', 'jobs service'),
    ...minus('jobs service', 'monolith'),
    { base: 'gateway', other: AGAIN, as: 'difference', metric: responseP50 },
  ],
  control: { base: 'gateway', other: AGAIN, metric: responseP50 },
};
