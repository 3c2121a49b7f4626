import { databaseTitle } from '@jobly/lab/instrument';
import type { Target } from '../targets/stacks';
import { metricsOf, ofRequests, ofTheApplication, sumOf } from './metrics';

type Endpoint = NonNullable<Target['endpoints']>[number];

/** What has been done for requests so far, by name: those that a process served, statements that a database ran. */
export type WorkForRequests = ReadonlyMap<string, number>;

/**
 * The work of all processes of a target but the one that every request reaches. That one is asked as well, because being
 * asked must not be the price of having several processes. Behind a front without metrics, such as nginx, nothing is
 * known: it may answer by itself.
 *
 * @throws Failure naming a process that does not answer
 */
export async function workForRequests({ origin, endpoints = [] }: Target): Promise<WorkForRequests> {
  const work = new Map<string, number>();
  const front = endpoints.find(({ url }) => url === origin);
  if (!front || !(await hasMetrics(front))) return work;
  const behind = endpoints.filter((endpoint) => endpoint !== front);
  for (const [name, amount] of (await Promise.all(behind.map(workOf))).flat()) {
    work.set(name, (work.get(name) ?? 0) + amount);
  }
  return work;
}

/** The names of all that did nothing for a request between two readings. What was not asked is not among them. */
export const idleBetween = (before: WorkForRequests, after: WorkForRequests): ReadonlySet<string> =>
  new Set([...after].flatMap(([name, work]) => (before.get(name) === work ? [name] : [])));

const hasMetrics = (endpoint: Endpoint): Promise<boolean> =>
  metricsOf(endpoint).then(
    () => true,
    () => false,
  );

async function workOf(endpoint: Endpoint): Promise<[name: string, work: number][]> {
  const samples = await metricsOf(endpoint);
  const served = sumOf(samples, 'http_request_duration_seconds_count', ofTheApplication);
  const own: [string, number] = [endpoint.name, served];
  if (endpoint.database === undefined) return [own];
  return [own, [databaseTitle(endpoint.database), sumOf(samples, 'db_statements_total', ofRequests)]];
}
