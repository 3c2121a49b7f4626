import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '@jobly/contracts';
import { commandLine, isAlive } from './processes';

/** The name of a cluster contains its owner's process number, so the owner can be read from the command line. */
export const clusterName = (ownerPid: number): string => `jobly-${ownerPid}`;

/**
 * Stops the server that an earlier, killed owner of this data directory may have left running. Throws a StartError if
 * that owner is still alive.
 */
export async function stopLeftover(data: string): Promise<void> {
  const pid = await readPid(data);
  if (pid === undefined) return;
  const command = await commandLine(pid);
  if (!isPostmasterOf(data, command)) {
    // The number now belongs to another process, which would keep PostgreSQL from starting.
    if (isAlive(pid)) await rm(join(data, 'postmaster.pid'), { force: true });
    return;
  }
  const owner = Number(/cluster_name=jobly-(\d+)/.exec(command)?.[1]);
  if (isAlive(owner)) {
    throw new StartError(
      `The database in ${data} is in use by process ${owner}; stop it, or choose another directory.`,
    );
  }
  // "Fast" shutdown, then "immediate"; neither loses a transaction.
  const stopped = (await stops('SIGINT', pid, data)) || (await stops('SIGQUIT', pid, data));
  if (!stopped) {
    throw new StartError(`PostgreSQL (process ${pid}), left over in ${data}, does not stop; end it, then start again.`);
  }
}

/** A zombie counts as stopped: it has no command line any more. */
async function stops(signal: NodeJS.Signals, pid: number, data: string): Promise<boolean> {
  const end = performance.now() + 10_000;
  process.kill(pid, signal);
  while (isPostmasterOf(data, await commandLine(pid))) {
    if (performance.now() > end) return false;
    await delay(10);
  }
  return true;
}

const isPostmasterOf = (data: string, command: string): boolean => command.includes(`-D ${data} `);

async function readPid(data: string): Promise<number | undefined> {
  const content = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  return Number.parseInt(content, 10) || undefined;
}
