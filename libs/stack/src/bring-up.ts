import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { emptyDirectory } from './data-directory';
import { type Databases, openDatabases } from './databases';
import { type Description, type Part, describe, writeDescription } from './description';
import { type Provisions, environmentOf } from './environment';
import { endLeftovers, leftoversIn, noteProcesses } from './leftovers';
import { LAUNCHER_LOG } from './launcher-log';
import { LOCK_FILE } from './lock';
import { type PartProcess, launch } from './part-process';
import type { Plan } from './plan';
import { choosePorts } from './ports';
import { keepSecrets } from './secrets';
import { type SeededPasswords, seededPasswords } from './seeded-password';

/** Everything that has been started so far, and so has to be stopped again, however the start goes on. */
export interface Holdings {
  processes: PartProcess[];
  databases?: Promise<Databases>;
  /** The provisions of the parts, once they exist. */
  provisions?: Provisions;
}

/** The stack once all of it is ready. */
export interface Running extends Description {
  parts: Part[];
  seededPasswords: SeededPasswords;
}

/** Starts everything in the plan, as concurrently as possible, and waits until it is ready. */
export async function bringUp(plan: Plan, holdings: Holdings): Promise<Running> {
  const { directory, signal, onEvent } = plan;
  const startedAt = performance.now();
  const sinceStart = () => Math.round(performance.now() - startedAt);

  const leftovers = leftoversIn(directory);
  if (leftovers.length > 0) onEvent({ type: 'leftovers', pids: leftovers.map(({ pid }) => pid) });
  await endLeftovers(leftovers, plan.stopDeadlineMs);
  const ports = await choosePorts(plan);
  signal.throwIfAborted();
  if (plan.reset) emptyDirectory(directory, [LOCK_FILE, LAUNCHER_LOG]);

  holdings.databases = openDatabases(plan);
  const [databases, secrets] = await Promise.all([holdings.databases, keepSecrets(directory)]);
  const { server } = databases;
  const postgres = server?.endpoint;
  if (server) onEvent({ type: 'postgres-ready', ...server.endpoint, created: server.created, readyMs: sinceStart() });
  signal.throwIfAborted();
  if (postgres) await plan.prepareDatabases(postgres);
  signal.throwIfAborted();

  mkdirSync(join(directory, 'logs'), { recursive: true });
  const provisions = (holdings.provisions = { ports, secrets, databases });
  for (const part of plan.parts) {
    holdings.processes.push(launch(part, plan, environmentOf(part, plan, provisions)));
  }
  noteProcesses(directory, postgres ? [...holdings.processes, postgres] : holdings.processes);

  const parts = await Promise.race([
    aborted(signal),
    Promise.all(
      holdings.processes.map(async ({ name, pid, ready }) => {
        const part = { name, url: await ready, pid, readyMs: sinceStart() };
        onEvent({ type: 'part-ready', ...part });
        return part;
      }),
    ),
  ]);
  const description = describe(parts, postgres);
  writeDescription(directory, description);
  return { ...description, parts, seededPasswords: seededPasswords(plan, holdings.processes) };
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
