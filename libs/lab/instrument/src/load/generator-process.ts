import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../failure';
import type { Block, BlockResult } from './block';
import type { GeneratorOrder, GeneratorReply } from './generator';

/** Allowance for connecting, warming up and handing over the result, on a busy machine. */
const GRACE_MS = 30_000;

export interface Generator {
  readonly pid: number;
  /**
   * Runs one block. Rejects when the signal aborts; the generator cannot be used afterwards.
   * @param onReady called when its connections are open, just before its first request
   * @throws Failure when the generator dies, breaks down or does not come to an end
   */
  run(block: Block, signal?: AbortSignal, onReady?: () => void): Promise<BlockResult>;
  stop(): Promise<void>;
}

/** Starts the generator in a process of its own, so that nothing else disturbs its timing. */
export function startGenerator(): Generator {
  const child = fork(process.argv[1]!, ['generator'], { serialization: 'advanced' });
  const exited = once(child, 'exit');
  goFirst(child.pid!);

  return {
    pid: child.pid!,
    async run(block, signal, onReady) {
      signal?.throwIfAborted();
      const tooLate = overdue(block);
      const told = async (order: GeneratorOrder) => {
        const replied = once(child, 'message', { signal }) as Promise<[GeneratorReply]>;
        // If the process is gone, its exit reports the failure.
        child.send(order, () => {});
        const [reply] = await Promise.race([replied, exited.then(died), tooLate]);
        if ('failure' in reply) throw new Failure(`The load generator failed: ${reply.failure}.`);
        return reply;
      };
      await told(block);
      onReady?.();
      const { result } = (await told('begin')) as { result: BlockResult };
      return result;
    },
    async stop() {
      // It has nothing to finish, and may not listen any more.
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/**
 * A generator that has to wait for a CPU sends late, so it gets priority over everything that it measures if the system
 * allows that (Linux, as root). Elsewhere the gate on the schedule error tells whether it mattered.
 */
function goFirst(pid: number): void {
  spawnSync('chrt', ['--all-tasks', '--rr', '--pid', '1', String(pid)], { stdio: 'ignore' });
}

/** Rejects when a block should have ended long ago, whatever its server did: no run may wait for ever. */
async function overdue(block: Block): Promise<never> {
  const plannedMs = block.loop === 'open' ? (block.dueTimes.at(-1) ?? 0) : block.leadInMs + block.durationMs;
  await delay(plannedMs + 2 * block.timeoutMs + GRACE_MS, undefined, { ref: false });
  throw new Failure('The load generator did not finish in time.');
}

function died(): never {
  throw new Failure('The load generator has died.');
}
