import { databaseTitle } from '@jobly/lab/instrument';
import type { Target } from '../targets/stacks';
import { metricsOf, ofRequests, ofTheApplication, sumOf } from './metrics';

/** What has been done for requests so far, by name: those that a process served, statements that a database ran. */
export type WorkForRequests = ReadonlyMap<string, number>;

/** The work of all processes behind the one that every request reaches. */
export async function workForRequests({ origin, endpoints = [] }: Target): Promise<WorkForRequests> {
  const behind = endpoints.filter(({ url }) => url !== origin);
  const each = await Promise.all(behind.map((endpoint) => workOf(endpoint).catch(() => [])));
  return new Map(each.flat());
}

/** The names of all that did nothing for a request between two readings. Who cannot be asked is not among them. */
export const idleBetween = (before: WorkForRequests, after: WorkForRequests): ReadonlySet<string> =>
  new Set([...after].flatMap(([name, work]) => (before.get(name) === work ? [name] : [])));

async function workOf(endpoint: NonNullable<Target['endpoints']>[number]): Promise<[name: string, work: number][]> {
  const samples = await metricsOf(endpoint);
  const served = sumOf(samples, 'http_request_duration_seconds_count', ofTheApplication);
  const own: [string, number] = [endpoint.name, served];
  if (endpoint.database === undefined) return [own];
  return [own, [databaseTitle(endpoint.database), sumOf(samples, 'db_statements_total', ofRequests)]];
}
