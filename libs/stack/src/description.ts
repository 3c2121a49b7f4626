import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PartName } from './topology';

/** A process that is ready for requests. */
export interface Part {
  name: PartName;
  url: string;
  pid: number;
  /** From the start of the stack, in milliseconds. */
  readyMs: number;
}

export interface Endpoint {
  url: string;
  pid: number;
}

/** What runs where. */
export interface Description {
  monolith?: Endpoint;
  /** The gateway, and what stands behind it. */
  micro?: Endpoint & { services: Record<'gateway' | 'users' | 'companies' | 'jobs', Endpoint> };
  loopback?: Endpoint;
  /** The embedded server, where it is used; the URL is its administrator's. */
  postgres?: Endpoint & { port: number };
}

export function describe(parts: Part[], postgres: Description['postgres']): Description {
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

/** For whoever wants to talk to the running stack. Only for the owner's eyes: a database URL holds a password. */
export function writeDescription(directory: string, description: Description): void {
  const written = `${fileIn(directory)}.new`;
  writeFileSync(written, `${JSON.stringify(description, null, 2)}\n`, { mode: 0o600 });
  renameSync(written, fileIn(directory));
}

export function forgetDescription(directory: string): void {
  rmSync(fileIn(directory), { force: true });
}
