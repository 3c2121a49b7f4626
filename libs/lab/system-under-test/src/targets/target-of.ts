import type { Description, Endpoint } from '@jobly/stack';
import type { Target } from './stacks';

/** The names that libs/stack gives to the databases it creates, by the part that each belongs to. */
export const DATABASES = {
  monolith: { monolith: 'jobly' },
  loopback: { loopback: 'jobly_loopback' },
  soa: { 'accounts service': 'jobly_accounts', 'catalogue service': 'jobly_catalogue' },
  micro: { 'users service': 'jobly_users', 'companies service': 'jobly_companies', 'jobs service': 'jobly_jobs' },
};

/** The server of a stack's databases, and what precedes their usual names. */
interface Server {
  pid: number;
  prefix?: string;
}

/** A part of a stack, and all processes that work when it answers. */
function targetOf(
  { url }: Endpoint,
  parts: Record<string, Endpoint>,
  usual: Readonly<Record<string, string>>,
  { pid, prefix = '' }: Server,
): Target {
  const databases = Object.fromEntries(Object.entries(usual).map(([part, name]) => [part, prefix + name]));
  const pids = Object.fromEntries(Object.entries(parts).map(([name, { pid }]) => [name, pid]));
  return {
    origin: url,
    processes: { pids, postgres: { pid, databases: Object.values(databases) } },
    endpoints: Object.entries(parts).map(([name, part]) => {
      const database = databases[name];
      return { name, url: part.url, ...(database !== undefined && { database }) };
    }),
  };
}

/** One process over one database. */
export const monolithAt = (monolith: Endpoint, postgres: Server) =>
  targetOf(monolith, { monolith }, DATABASES.monolith, postgres);

/** The same, calling itself through JSON. */
export const loopbackAt = (loopback: Endpoint, postgres: Server) =>
  targetOf(loopback, { loopback }, DATABASES.loopback, postgres);

/** The gateway with both services behind it. */
export function soaAt({ services }: Required<Description>['soa'], postgres: Server) {
  const { 'soa-gateway': gateway, accounts, catalogue } = services;
  const parts = { gateway, 'accounts service': accounts, 'catalogue service': catalogue };
  return targetOf(gateway, parts, DATABASES.soa, postgres);
}

/** The gateway with everything behind it, and each service without the gateway. */
export function microAt({ services }: Required<Description>['micro'], postgres: Server) {
  const { gateway, users, companies, jobs } = services;
  const behind = { 'users service': users, 'companies service': companies, 'jobs service': jobs };
  const service = (endpoint: Endpoint) => targetOf(endpoint, behind, DATABASES.micro, postgres);
  return {
    micro: targetOf(gateway, { gateway, ...behind }, DATABASES.micro, postgres),
    services: { users: service(users), companies: service(companies), jobs: service(jobs) },
  };
}
