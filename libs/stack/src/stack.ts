import { StartError } from '@jobly/contracts';
import { type Holdings, type Running, bringUp } from './bring-up';
import { claimDirectory } from './data-directory';
import { type FaultInjection, injectFaults } from './faults/fault-injection';
import { takeLock } from './lock';
import type { StackOptions } from './options';
import type { PartExit } from './part-exit';
import { type Plan, planOf } from './plan';
import { type Replica, replicate } from './replicate';
import { superviseStack } from './supervised-stack';
import { takeDown } from './take-down';
import type { PartName } from './topology';

export interface Stack extends Running {
  /**
   * The first process that ends although nobody stopped it. With restarts, the last end of all, when every part stays
   * down.
   */
  failed: Promise<PartExit>;
  /**
   * Starts another replica of a part, on a free port, until the stack stops.
   * @throws StartError for a part that the stack does not have.
   */
  replicate: (name: PartName, env?: Record<string, string>) => Promise<Replica>;
  /** Lets parts fail on purpose; only with restarts, because without them every end is the stack's. */
  faults?: FaultInjection;
  /** Stops everything gracefully. Never rejects; may be called again. */
  stop: () => Promise<void>;
  /** Kills the parts at once, for callers that cannot wait for `stop`. */
  kill: () => void;
}

/**
 * Starts topologies, each part a process, over an embedded PostgreSQL unless databases are named, and resolves when all
 * are ready. If one fails to get ready, everything is stopped again.
 * @throws StartError with a sentence for the person who started it.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const plan = planOf(options);
  try {
    claimDirectory(plan.directory, { anyVersion: plan.reset });
    return await startAlone(plan, takeLock(plan.directory));
  } catch (error) {
    throw explained(error, plan.directory);
  }
}

/** Starts a stack on a directory that it holds exclusively until the lock is released. */
async function startAlone(plan: Plan, giveBackLock: () => void): Promise<Stack> {
  const holdings: Holdings = { processes: [] };
  const stopping = new AbortController();
  const faults = plan.restart ? injectFaults(plan, holdings, stopping.signal) : undefined;
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopping.abort();
    // What stands still would not hear that it is to end.
    faults?.mendAll();
    return (stopped ??= takeDown(plan, holdings, giveBackLock));
  };
  try {
    const running = await bringUp(plan, holdings);
    const failed = faults
      ? superviseStack(plan, holdings, running, stopping.signal, faults)
      : firstEnd(plan, holdings, stopping.signal);
    const replicated = (name: PartName, env?: Record<string, string>) => replicate(plan, holdings, name, env);
    return {
      ...running,
      failed,
      replicate: replicated,
      ...(faults && { faults }),
      stop,
      kill: () => holdings.processes.forEach(({ kill }) => kill('SIGKILL')),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The first end of a process before the signal. */
async function firstEnd(plan: Plan, { processes, databases }: Holdings, signal: AbortSignal): Promise<PartExit> {
  const parts = processes.map(({ exited }) => exited);
  const server = (await databases)?.server;
  return new Promise((resolve) => {
    for (const exited of server ? [...parts, server.first.exited] : parts) {
      void exited.then((exit) => {
        if (signal.aborted) return;
        plan.onEvent({ type: 'part-failed', ...exit });
        resolve(exit);
      });
    }
  });
}

const FILE_TROUBLE = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'ENOENT', 'EIO', 'EMFILE', 'ENFILE'];

/** Explains a file-system error, such as a full disk, in words; returns anything else unchanged. */
function explained(error: unknown, directory: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (!FILE_TROUBLE.includes(code ?? '')) return error;
  return new StartError(`The data directory ${directory} cannot be used: ${message}.`, { cause: error });
}
