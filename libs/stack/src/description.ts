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

export interface Endpoint {
  url: string;
  pid: number;
}

/** The embedded server; the URL is its administrator's. */
export interface PostgresEndpoint extends Endpoint {
  port: number;
}

/** The running parts and their addresses. */
export interface Description {
  monolith?: Endpoint;
  /** The gateway, and the services behind it. */
  micro?: Endpoint & { services: Record<'gateway' | 'users' | 'companies' | 'jobs', Endpoint> };
  loopback?: Endpoint;
  /** Present unless every part has a database of the user's own. */
  postgres?: PostgresEndpoint;
}

export function describe(parts: Part[], postgres: PostgresEndpoint | undefined): Description {
  const endpoints: Partial<Record<PartName, Endpoint>> = Object.fromEntries(
    parts.map(({ name, url, pid }) => [name, { url, pid }]),
  );
  const { monolith, loopback, gateway, users, companies, jobs } = endpoints;
  return {
    ...(monolith && { monolith }),
    ...(gateway &&
      users &&
      companies &&
      jobs && { micro: { ...gateway, services: { gateway, users, companies, jobs } } }),
    ...(loopback && { loopback }),
    ...(postgres && { postgres }),
  };
}

const fileIn = (directory: string) => join(directory, 'stack.json');

/** Describes the running stack to other programs. Readable by the owner only: a database URL holds a password. */
export function writeDescription(directory: string, description: Description): void {
  const written = `${fileIn(directory)}.new`;
  writeFileSync(written, `${JSON.stringify(description, null, 2)}\n`, { mode: 0o600 });
  renameSync(written, fileIn(directory));
}

/** The parts that run there, if they are ready. */
export function partsIn(directory: string): (PartName | 'postgres')[] {
  const file = fileIn(directory);
  if (!existsSync(file)) return [];
  const { monolith, micro, loopback, postgres } = JSON.parse(readFileSync(file, 'utf8')) as Description;
  return [
    ...(monolith ? (['monolith'] as const) : []),
    ...(micro ? (['gateway', 'users', 'companies', 'jobs'] as const) : []),
    ...(loopback ? (['loopback'] as const) : []),
    ...(postgres ? (['postgres'] as const) : []),
  ];
}

export function forgetDescription(directory: string): void {
  rmSync(fileIn(directory), { force: true });
}
