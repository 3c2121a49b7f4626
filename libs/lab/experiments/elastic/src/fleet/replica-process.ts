import { type CpuLimit, limitCpu } from '@jobly/lab/instrument';
import type { Replica } from '@jobly/lab/system-under-test';

/** One replica of a deployment, from its start to its end. */
export interface ReplicaProcess {
  url: string;
  host: string;
  /** Resolves when it is warm and limited; rejects if it could not start, unless it was told to end. */
  ready: Promise<unknown>;
  /** The CPU time that it has used so far, its start included (ms). */
  cpuMs(): number;
  /** Asks it to stop, which it does when all that it has begun is answered. Resolves with its exit code. */
  end(): Promise<number | null>;
}

/** How a replica begins. */
export interface Launch {
  host: string;
  /** In CPUs. */
  limit: number;
  replicate(): Promise<Replica>;
  warmUp(url: string): Promise<unknown>;
}

/**
 * Starts a replica. Its CPU time is limited only when it is ready and warm: with the limit from the beginning, a start
 * would take ten times as long as the day that it belongs to is compressed.
 */
export async function startReplica({ host, limit, replicate, warmUp }: Launch): Promise<ReplicaProcess> {
  const limited: CpuLimit = limitCpu(Infinity);
  const { url, ready, kill, exited } = await replicateWithin(limited, replicate).catch((error: unknown) => {
    limited.remove();
    throw error;
  });
  let isEnding = false;
  const warm = async () => {
    try {
      await ready;
      await warmUp(url);
      limited.set(limit);
    } catch (error) {
      if (!isEnding) throw error;
    }
  };
  const becoming = warm();
  // Whoever has started it may have other things to await first.
  becoming.catch(() => {});
  let usedMs: number | undefined;
  return {
    url,
    host,
    ready: becoming,
    cpuMs: () => usedMs ?? limited.use().usedMs,
    async end() {
      isEnding = true;
      kill('SIGTERM');
      const { code } = await exited;
      await becoming.catch(() => {});
      usedMs ??= limited.use().usedMs;
      limited.remove();
      return code;
    },
  };
}

/** Nobody else knows of the replica yet, so that it must not outlive a limit that it cannot be added to. */
async function replicateWithin(limited: CpuLimit, replicate: Launch['replicate']): Promise<Replica> {
  const replica = await replicate();
  try {
    limited.add([replica.pid]);
    return replica;
  } catch (error) {
    replica.ready.catch(() => {});
    replica.kill('SIGKILL');
    await replica.exited;
    throw error;
  }
}
