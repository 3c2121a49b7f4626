import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Block, BlockResult } from './block';
import type { GeneratorReply } from './generator';

export interface Generator {
  readonly pid: number;
  /** Runs one block. Rejects when the signal aborts; the generator cannot be used afterwards. */
  run(block: Block, signal?: AbortSignal): Promise<BlockResult>;
  stop(): Promise<void>;
}

/** Starts the generator in a process of its own, so that nothing else takes part in its timing. */
export function startGenerator(): Generator {
  const child = fork(process.argv[1]!, ['generator'], { serialization: 'advanced' });
  const exited = once(child, 'exit');
  goFirst(child.pid!);

  return {
    pid: child.pid!,
    async run(block, signal) {
      signal?.throwIfAborted();
      const replied = once(child, 'message', { signal }) as Promise<[GeneratorReply]>;
      child.send(block);
      const [reply] = await Promise.race([replied, exited.then(died)]);
      if ('failure' in reply) throw new Error(`The load generator failed: ${reply.failure}`);
      return reply.result;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

/**
 * A sender that has to wait for a CPU sends late, so it goes before everything it measures, where the system allows
 * that (Linux, as root). Elsewhere the gate on the schedule error tells whether it mattered.
 */
function goFirst(pid: number): void {
  spawnSync('chrt', ['--all-tasks', '--rr', '--pid', '1', String(pid)], { stdio: 'ignore' });
}

function died(): never {
  throw new Error('The load generator has died');
}
