import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../failure';
import { goFirst } from '../priority';
import type { Block } from './block';
import type { BlockRun, GeneratorOrder, GeneratorReply } from './generator';

/** Allowance for everything that takes longer on a busy machine, whose figures will not count but are to be seen. */
const GRACE_MS = 120_000;

/** A request may wait this often for its timeout: to connect, for the headers, and for the body of the answer. */
const WAITS = 3;

export interface Generator {
  readonly pid: number;
  /**
   * Runs one block. Rejects when the signal aborts; the generator cannot be used afterwards.
   * @param onReady called when its connections are open, just before its first request
   * @throws Failure when the generator dies, breaks down or does not come to an end
   */
  run(block: Block, signal?: AbortSignal, onReady?: () => void): Promise<BlockRun>;
  stop(): Promise<void>;
}

/** Starts the generator in a process of its own, so that nothing else disturbs its timing. */
export function startGenerator(): Generator {
  const child = fork(process.argv[1]!, ['generator'], { serialization: 'advanced' });
  const exited = once(child, 'exit');
  // Otherwise it sends late when it has to wait for a CPU, which the gate on the schedule error would tell.
  goFirst(child.pid!);

  return {
    pid: child.pid!,
    async run(block, signal, onReady) {
      signal?.throwIfAborted();
      const told = async (order: GeneratorOrder, withinMs: number) => {
        const replied = once(child, 'message', { signal }) as Promise<[GeneratorReply]>;
        // If the process is gone, its exit reports the failure.
        child.send(order, () => {});
        const [reply] = await Promise.race([replied, exited.then(died), overdue(withinMs)]);
        if ('failure' in reply) throw new Failure(`The load generator failed: ${reply.failure}.`);
        return reply;
      };
      const answersMs = WAITS * block.timeoutMs + GRACE_MS;
      await told(block, answersMs);
      onReady?.();
      const { run } = (await told('begin', plannedMs(block) + answersMs)) as { run: BlockRun };
      return run;
    },
    async stop() {
      // It has nothing to finish, and may not listen any more.
      child.kill('SIGKILL');
      await exited;
    },
  };
}

const plannedMs = (block: Block) =>
  block.loop === 'open' ? (block.dueTimes.at(-1) ?? 0) : block.leadInMs + block.durationMs;

/** Rejects when the generator should have replied long ago, whatever its server did: no run may wait for ever. */
async function overdue(ms: number): Promise<never> {
  await delay(ms, undefined, { ref: false });
  throw new Failure(
    `The load generator has not replied for ${Math.round(ms / 1_000)} s: this machine has no CPU time for it. End what else runs on it, and run again.`,
  );
}

function died(): never {
  throw new Failure('The load generator has died.');
}
