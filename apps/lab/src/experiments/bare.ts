import { cpuPerThousand, throughput } from '../analysis/metrics';
import { startServer } from '../child';
import { firstDifference } from '../equivalence/difference';
import { Failure } from '../failure';
import { exchange } from '../targets/exchange';
import type { Stacks } from '../targets/stacks';
import { companyDetail, jobDetail } from '../workload';
import type { Experiment } from './experiment';

const AGAIN = 'monolith again';

/** The monolith's default. */
const POOL = '15';

const saturation = { load: { loop: 'closed', concurrency: 32 }, leadInMs: 200 } as const;

/** What the framework, the validation and the modules cost, seen from the fastest the platform can do. */
export const bare: Experiment = {
  name: 'bare',
  question:
    'How many requests/s does the monolith serve beside a bare node:http + pg server that runs the same statements?',
  hypothesis: 'At least half as many.',
  configuration: 'one process each, the same database, 15 connections each, both at saturation',
  ownStacks: true,
  settings: {
    full: { ...saturation, blocks: 12, blockMs: 3_000, warmUpMs: 3_000 },
    quick: { ...saturation, blocks: 8, blockMs: 1_000, warmUpMs: 1_500 },
  },
  workloads: { all: [companyDetail, jobDetail], usual: [companyDetail, jobDetail] },
  async arms(stacks) {
    const { monolith, monolithDatabase } = stacks;
    const server = await startServer('bare-server', { DATABASE_URL: monolithDatabase!, MONOLITH_POOL: POOL });
    await assertSame(stacks, server.origin).catch(async (difference: unknown) => {
      await server.stop();
      throw difference;
    });
    const processes = { ...monolith.processes!, pids: [server.pid] };
    return {
      arms: [
        { origin: server.origin, processes, name: 'bare', stack: 'monolith' },
        { ...monolith, name: 'monolith', stack: 'monolith' },
        { ...monolith, name: AGAIN, stack: 'monolith' },
      ],
      close: () => server.stop(),
    };
  },
  cases: (workloads, arms, quick) =>
    workloads.map((workload, index) => ({
      workload,
      arms: quick && index > 0 ? arms.filter(({ name }) => name !== AGAIN) : [...arms],
    })),
  comparisons: [
    { base: 'bare', other: 'monolith', as: 'ratio', metric: throughput },
    { base: 'bare', other: 'monolith', as: 'ratio', metric: cpuPerThousand },
    { base: 'monolith', other: AGAIN, as: 'ratio', metric: throughput },
  ],
  control: { base: 'monolith', other: AGAIN, metric: throughput },
};

/** The comparison of the stacks says nothing of the bare server. */
async function assertSame({ monolith }: Stacks, origin: string): Promise<void> {
  const { body } = await exchange(monolith.origin, { method: 'GET', path: '/companies' });
  const { companies } = body as { companies: { handle: string }[] };
  const paths = [...companies.map(({ handle }) => `/companies/${handle}`), '/jobs/1', '/jobs/2', '/jobs/3'];
  for (const path of paths) {
    const [left, right] = await Promise.all(
      [monolith.origin, origin].map((at) => exchange(at, { method: 'GET', path })),
    );
    const difference = firstDifference(left!.body, right!.body);
    if (difference)
      throw new Failure(`The bare server does not do the same as the monolith: ${path} differs in ${difference.at}.`);
  }
}
