import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '@jobly/contracts';
import { type ProcessIdentity, identify, stillRuns } from './process-identity';

const POLL_MS = 25;

const fileIn = (directory: string) => join(directory, 'processes.json');

/** Records which processes work on the directory, for the next start in case this one is killed. */
export function noteProcesses(directory: string, processes: { pid: number }[]): void {
  const identities = processes.filter(({ pid }) => pid > 0).map(({ pid }) => identify(pid));
  // A number alone may later mean another process, which must not be killed.
  const certain = identities.filter(({ began }) => began !== '');
  writeFileSync(fileIn(directory), JSON.stringify(certain));
}

export function forgetProcesses(directory: string): void {
  rmSync(fileIn(directory), { force: true });
}

/** The processes of a killed start that still run. */
export const leftoversIn = (directory: string): ProcessIdentity[] => noted(directory).filter(stillRuns);

/**
 * Waits until leftovers have ended. They end by themselves when their parent is gone, and get `graceMs` for it; only
 * those that hang are killed.
 * @throws StartError if one cannot be ended.
 */
export async function endLeftovers(leftovers: ProcessIdentity[], graceMs: number): Promise<void> {
  // What was frozen when its parent was killed does not see that it is gone.
  for (const { pid } of leftovers.filter(stillRuns)) signal(pid, 'SIGCONT');
  if (await haveEnded(leftovers, graceMs)) return;
  for (const { pid } of leftovers.filter(stillRuns)) signal(pid, 'SIGKILL');
  if (await haveEnded(leftovers, graceMs)) return;
  const pids = leftovers.filter(stillRuns).map(({ pid }) => pid);
  throw new StartError(`Processes of an earlier start still run and cannot be ended: pid ${pids.join(', ')}.`);
}

/** Whether all of them have ended by the deadline. */
export async function haveEnded(processes: ProcessIdentity[], withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (processes.some(stillRuns)) {
    if (performance.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

function noted(directory: string): ProcessIdentity[] {
  try {
    return JSON.parse(readFileSync(fileIn(directory), 'utf8')) as ProcessIdentity[];
  } catch (error) {
    // Half-written: its writer was killed at that instant, and its children with it.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has just ended, or we may not end it: the wait that follows tells.
  }
}
