import { spawn } from 'node:child_process';

/**
 * Kills a group of processes when this process ends, however it does; returns how to stop watching. A process that stands
 * still notices neither that its connection is closed nor that it has lost its parent.
 */
export function watchOver(group: number): () => void {
  // Nobody writes: its input ends with this process. It outlasts the signals that this process may take its time for.
  const watchdog = spawn('sh', ['-c', 'trap "" HUP INT TERM; read -r _; kill -s KILL -- "-$0"', String(group)], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return () => void watchdog.kill('SIGKILL');
}
