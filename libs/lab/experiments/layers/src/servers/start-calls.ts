import { allOrNone, type Keep, type Together } from '@jobly/lab/instrument';
import { preloaded, type Stacks, type Target } from '@jobly/lab/system-under-test';
import { TAKEN_AWAY, type TakenAway } from '../taken-away';
import { assertSameAnswers } from './same-answers';
import { startProxy } from './start-proxy';
import { startBareCompanies } from './start-split';

/** The jobs service with less and less taken away from its calls, and once with more to do. */
export interface Calls {
  /** A call without axios and policy, to the bare part that owns companies. */
  plain: Target;
  /** The same to the companies service. */
  received: Target;
  /** With axios as well. */
  axios: Target;
  /** As delivered, except that every token is signed and checked anew. */
  forgetful: Target;
}

/**
 * Starts them over the databases of the services.
 * @throws Failure if one of them answers differently from the monolith
 */
export const startCalls = (stacks: Stacks): Promise<Together<Calls>> =>
  allOrNone(async (keep) => {
    const bare = keep(await startBareCompanies(stacks)).started;
    const forgetfulCompanies = await replicaOf(keep, stacks, 'companies', without('memory of tokens'));
    const jobsService = (taken: TakenAway[], companies?: Target) =>
      jobsAsking(keep, stacks, without(...taken), companies);
    const calls: Calls = {
      plain: await jobsService(['axios', 'policy'], bare),
      received: await jobsService(['axios', 'policy']),
      axios: await jobsService(['policy']),
      forgetful: await jobsService(['memory of tokens'], forgetfulCompanies),
    };
    const origins = Object.entries<Target>({ ...calls }).map(([name, { origin }]) => [
      `The jobs service (${name})`,
      origin,
    ]);
    await assertSameAnswers(stacks.monolith.origin, Object.fromEntries(origins) as Record<string, string>);
    return calls;
  });

/** Starts a proxy and a gateway before a server that does nothing. */
export const startBeforeNothing = (
  { replicate }: Stacks,
  nothing: Target,
): Promise<Together<{ proxy: Target; gateway: Target }>> =>
  allOrNone(async (keep) => {
    const { proxy } = keep(await startProxy(nothing)).started;
    const { url, pid } = await ready(keep, replicate!('gateway', { JOBS_URL: nothing.origin }));
    return { proxy, gateway: { origin: url, processes: { pids: { gateway: pid, ...nothing.processes!.pids } } } };
  });

const without = (...taken: TakenAway[]) => ({ ...preloaded('plain-calls'), [TAKEN_AWAY]: taken.join() });

/** Another jobs service, and what works behind it: the companies service, if not others. */
async function jobsAsking(
  keep: Keep,
  stacks: Stacks,
  env: Record<string, string>,
  companies?: Target,
): Promise<Target> {
  const jobs = await replicaOf(keep, stacks, 'jobs', { ...env, ...(companies && { COMPANIES_URL: companies.origin }) });
  const usual = stacks.services!.companies.processes!.pids['companies service']!;
  const behind = companies?.processes!.pids ?? { 'companies service': usual };
  return { ...jobs, processes: { ...jobs.processes!, pids: { ...jobs.processes!.pids, ...behind } } };
}

async function replicaOf(
  keep: Keep,
  { micro, replicate }: Stacks,
  part: 'jobs' | 'companies',
  env: Record<string, string>,
): Promise<Target> {
  const { url, pid } = await ready(keep, replicate!(part, env));
  return { origin: url, processes: { ...micro.processes!, pids: { [`${part} service`]: pid } } };
}

/** A replica that can serve, and that is stopped with everything else. */
async function ready<R extends Awaited<ReturnType<Required<Stacks>['replicate']>>>(
  keep: Keep,
  starting: Promise<R>,
): Promise<R> {
  const replica = await starting;
  keep({
    async stop() {
      replica.kill('SIGTERM');
      await replica.exited;
    },
  });
  await replica.ready;
  return replica;
}
