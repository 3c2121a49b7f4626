import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { openLauncherLog } from '@jobly/stack';
import type { Console } from './console';
import type { LauncherOptions } from './options';

/**
 * A report from the launcher in the background to the one in the terminal: a call of its console, or that it is ready.
 */
export type Report = { call: keyof Console; with: string[] } | 'ready';

/**
 * Starts the launcher once more, in a session of its own that no terminal ends, and relays its output until everything
 * is ready. Later output is in its log.
 * @returns the exit code.
 * @throws StartError if the data directory is not ours.
 */
export async function detach({ data, reset }: LauncherOptions, console: Console): Promise<number> {
  const log = openLauncherLog(data, { reset });
  const args = process.argv.slice(1).filter((arg) => arg !== '--detach');
  const child = spawn(process.execPath, [...process.execArgv, ...args, '--supervised'], {
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const interrupt = () => void child.kill('SIGTERM');
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return new Promise((resolve) => {
    let code: number | null = null;
    child.on('message', (report: Report) => {
      if (report === 'ready') {
        child.unref();
        child.disconnect();
        process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
        resolve(0);
      } else {
        const [first = '', second = ''] = report.with;
        console[report.call](first, second);
      }
    });
    child.once('exit', (ended) => (code = ended));
    // After its last message and its end, unless it is ready.
    child.once('disconnect', () => setImmediate(() => resolve(code ?? 1)));
  });
}
