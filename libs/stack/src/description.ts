import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PartName } from './topology';

/** A process that is ready for requests. */
export interface Part {
  name: PartName;
  url: string;
  pid: number;
  /** Since the start of the stack, in milliseconds. */
  readyMs: number;
}

export interface Endpoint<Pid = number> {
  url: string;
  pid: Pid;
}

/** The embedded server; the URL is its administrator's. */
export interface PostgresEndpoint<Pid = number> extends Endpoint<Pid> {
  port: number;
}

/** The running parts and their addresses. In stack.json a part that is down at the moment has null as its pid. */
export interface Description<Pid = number> {
  monolith?: Endpoint<Pid>;
  /** The gateway, and the services behind it; the same for `micro`. */
  soa?: Endpoint<Pid> & { services: Record<'soa-gateway' | 'accounts' | 'catalogue', Endpoint<Pid>> };
  micro?: Endpoint<Pid> & { services: Record<'gateway' | 'users' | 'companies' | 'jobs', Endpoint<Pid>> };
  loopback?: Endpoint<Pid>;
  functions?: Endpoint<Pid>;
  /** Present unless every part has a database of the user's own. */
  postgres?: PostgresEndpoint<Pid>;
}

export function describe<Pid>(
  parts: ({ name: PartName } & Endpoint<Pid>)[],
  postgres: PostgresEndpoint<Pid> | undefined,
): Description<Pid> {
  const endpoints: Partial<Record<PartName, Endpoint<Pid>>> = Object.fromEntries(
    parts.map(({ name, url, pid }) => [name, { url, pid }]),
  );
  const { monolith, loopback, functions, accounts, catalogue, gateway, users, companies, jobs } = endpoints;
  const front = endpoints['soa-gateway'];
  return {
    ...(monolith && { monolith }),
    ...(front &&
      accounts &&
      catalogue && { soa: { ...front, services: { 'soa-gateway': front, accounts, catalogue } } }),
    ...(gateway &&
      users &&
      companies &&
      jobs && { micro: { ...gateway, services: { gateway, users, companies, jobs } } }),
    ...(loopback && { loopback }),
    ...(functions && { functions }),
    ...(postgres && { postgres }),
  };
}

const fileIn = (directory: string) => join(directory, 'stack.json');

/** Describes the running stack to other programs. Readable by the owner only: a database URL holds a password. */
export function writeDescription(directory: string, description: Description<number | null>): void {
  const written = `${fileIn(directory)}.new`;
  writeFileSync(written, `${JSON.stringify(description, null, 2)}\n`, { mode: 0o600 });
  renameSync(written, fileIn(directory));
}

/** The parts that run there, if they are ready. */
export function partsIn(directory: string): (PartName | 'postgres')[] {
  const file = fileIn(directory);
  if (!existsSync(file)) return [];
  const description = JSON.parse(readFileSync(file, 'utf8')) as Description<number | null>;
  const { monolith, soa, micro, loopback, functions, postgres } = description;
  const parts = Object.entries({ monolith, ...soa?.services, ...micro?.services, loopback, functions, postgres });
  return parts.flatMap(([name, part]) => (part && part.pid !== null ? [name as PartName | 'postgres'] : []));
}

export function forgetDescription(directory: string): void {
  rmSync(fileIn(directory), { force: true });
}
