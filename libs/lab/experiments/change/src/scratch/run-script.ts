import { spawn } from 'node:child_process';
import { once } from 'node:events';

interface Limits {
  /** Asks the script to end; it is waited for even then. */
  readonly signal: AbortSignal;
  /** Kills it if it takes longer. */
  readonly deadlineMs: number;
}

/** The end of what a script may have said. */
const KEPT = 2_000;

/**
 * Runs a script of a copy of the workspace with Node.
 *
 * @returns its exit code, null if it was killed, and the end of what it said on stderr
 */
export async function runScript(
  root: string,
  parameters: readonly string[],
  { signal, deadlineMs }: Limits,
): Promise<{ code: number | null; said: string }> {
  signal.throwIfAborted();
  const child = spawn(process.execPath, parameters, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '' },
    timeout: deadlineMs,
    killSignal: 'SIGKILL',
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-KEPT)));
  // Not SIGINT: of Ctrl-C it gets one itself, and the second would end it before it has stopped what it has started.
  const end = () => child.kill('SIGTERM');
  signal.addEventListener('abort', end, { once: true });
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    signal.throwIfAborted();
    return { code, said: said.trim() };
  } finally {
    signal.removeEventListener('abort', end);
  }
}
