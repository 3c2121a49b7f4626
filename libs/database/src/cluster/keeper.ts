import { spawn } from 'node:child_process';

/** Reads a process number, waits until nobody holds the other end any more, then has PostgreSQL shut down. */
const SCRIPT = `trap '' HUP INT TERM; read -r postmaster; read -r end; kill -INT "$postmaster"`;

export interface Keeper {
  watch(postmaster: number): void;
  dismiss(): void;
}

/**
 * A tiny process that outlives this one by a moment. When this process ends, killed or not, the system closes its end
 * of the pipe: the only message that always arrives.
 */
export function hireKeeper(): Keeper {
  const keeper = spawn('sh', ['-c', SCRIPT, 'jobly-postgres-keeper'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  keeper.unref();
  keeper.stdin.on('error', () => {}); // without a keeper nobody watches, which is no reason to stop
  return {
    watch: (postmaster) => void keeper.stdin.write(`${postmaster}\n`),
    dismiss: () => void keeper.kill('SIGKILL'),
  };
}
