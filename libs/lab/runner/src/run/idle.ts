import { idleBetween, workForRequests } from '@jobly/lab/system-under-test';
import type { Arm } from '../experiment/arm';

/** Finds out which processes of an arm no request of a block has reached. */
export interface IdleWatch {
  /** To be called before the meter starts. */
  start(): Promise<void>;
  /** The CPU times of a block without those of idle processes. To be called after the meter was read. */
  without(cpuMs: Record<string, number>): Promise<Record<string, number>>;
}

/**
 * What idles beside a request costs the more of each, the fewer come: a log-in's price was a sixteenth idling. Arms that
 * are one stack in several states keep all of it, because a process that idles in one state may work in another.
 */
export function watchIdle(arm: Arm): IdleWatch {
  if (arm.before) return { start: async () => {}, without: async (cpuMs) => cpuMs };
  let before: Awaited<ReturnType<typeof workForRequests>> = new Map();
  return {
    async start() {
      before = await workForRequests(arm);
    },
    async without(cpuMs) {
      const idle = idleBetween(before, await workForRequests(arm));
      return Object.fromEntries(Object.entries(cpuMs).filter(([name]) => !idle.has(name)));
    },
  };
}
