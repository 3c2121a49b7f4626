import type { Description, Endpoint } from '@jobly/stack';
import type { Target } from './stacks';

/** The names that libs/stack gives to the databases it creates, by the part that each belongs to. */
const DATABASES = {
  monolith: { monolith: 'jobly' },
  loopback: { loopback: 'jobly_loopback' },
  micro: { 'users service': 'jobly_users', 'companies service': 'jobly_companies', 'jobs service': 'jobly_jobs' },
};

/** A part of a stack, and all processes that work when it answers. */
function targetOf(
  { url }: Endpoint,
  parts: Record<string, Endpoint>,
  databases: Readonly<Record<string, string>>,
  postgres: { pid: number },
): Target {
  const pids = Object.fromEntries(Object.entries(parts).map(([name, { pid }]) => [name, pid]));
  return {
    origin: url,
    processes: { pids, postgres: { pid: postgres.pid, databases: Object.values(databases) } },
    endpoints: Object.entries(parts).map(([name, part]) => {
      const database = databases[name];
      return { name, url: part.url, ...(database !== undefined && { database }) };
    }),
  };
}

/** One process over one database. */
export const monolithAt = (monolith: Endpoint, postgres: { pid: number }) =>
  targetOf(monolith, { monolith }, DATABASES.monolith, postgres);

/** The same, calling itself through JSON. */
export const loopbackAt = (loopback: Endpoint, postgres: { pid: number }) =>
  targetOf(loopback, { loopback }, DATABASES.loopback, postgres);

/** The gateway with everything behind it, and each service without the gateway. */
export function microAt({ services }: Required<Description>['micro'], postgres: { pid: number }) {
  const { gateway, users, companies, jobs } = services;
  const behind = { 'users service': users, 'companies service': companies, 'jobs service': jobs };
  const service = (endpoint: Endpoint) => targetOf(endpoint, behind, DATABASES.micro, postgres);
  return {
    micro: targetOf(gateway, { gateway, ...behind }, DATABASES.micro, postgres),
    services: { users: service(users), companies: service(companies), jobs: service(jobs) },
  };
}
