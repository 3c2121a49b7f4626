import { seededRandom, seedOf } from '@jobly/lab/instrument';
import { type DataSize, logInAs, signUpAll, type Stacks, takeInventory } from '@jobly/lab/system-under-test';
import { connectTo, type Server } from '../people/server';
import { asked } from './asked';
import { databaseNames, type StackName } from './databases';
import { rowsIn } from './fill';
import { type Executed, startExplaining } from './log';
import { type Asker, recordAll } from './request';
import { type Read, readOf } from './scans';

/** Connections to the databases of both stacks, by their names. */
export type Servers = ReadonlyMap<string, Server>;

/** The statements of a few requests of each operation. */
export type RecordedOperations = ReadonlyMap<string, readonly (readonly Executed[])[]>;

/** Has PostgreSQL explain all that both stacks ask of it, and connects to their databases. */
export async function explainedServers(postgres: { url: string }, signal: AbortSignal) {
  await startExplaining(postgres);
  const servers = new Map<string, Server>();
  for (const name of databaseNames) servers.set(name, await connectTo(postgres, name, signal));
  return {
    servers: servers as Servers,
    close: () => Promise.all([...servers.values()].map((server) => server.close())),
  };
}

/** Users of a stack, and what they can ask for. */
export async function askerAt(
  stacks: Stacks,
  stack: StackName,
  servers: Servers,
  run: string,
  size: DataSize,
): Promise<Asker> {
  const { origin } = stacks[stack];
  let labels = 0;
  const nextLabel = () => `${run}${stack[1]}${size.name}${(labels += 1).toString(36)}`;
  const accounts = await signUpAll(origin, nextLabel(), 4);
  const session = { ...(await takeInventory(origin)), accounts, admin: await logInAs(origin, stacks.admin) };
  const random = seededRandom(seedOf(stack, size.jobs));
  return { origin, session, random, server: servers.get(databaseNames[0]!)!, nextLabel };
}

/** Requests of each operation whose plans are looked at. */
const LOOKED_AT = 3;

export async function recordOperations(asker: Asker): Promise<RecordedOperations> {
  const recorded = new Map<string, Executed[][]>();
  for (const workload of asked) recorded.set(workload.operation, await recordAll(asker, workload, LOOKED_AT));
  return recorded;
}

/** What each operation reads at most, of tables that are filled with data of this size. */
export const readsOf = (stack: StackName, recorded: RecordedOperations, size: DataSize): Read[] =>
  Array.from(recorded, ([operation, requests]) => readOf(stack, operation, requests, (table) => rowsIn(table, size)));
