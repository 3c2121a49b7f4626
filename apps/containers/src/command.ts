import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { StartError } from '@jobly/contracts';

export interface CommandOptions {
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal | undefined;
  /** Whether it is in a process group of its own. */
  detached?: boolean;
}

/** Room for what the log of a container holds. */
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

/** Runs a command and returns what it has printed. Rejects, with its stderr, if it fails or is not there. */
export async function read(command: readonly string[], options: CommandOptions = {}): Promise<string> {
  const [program, ...rest] = command as [string, ...string[]];
  const { stdout } = await promisify(execFile)(program, rest, { ...options, maxBuffer: MAX_OUTPUT_BYTES });
  return stdout;
}

/** As much of what a failed command has printed as helps. */
const LAST_LINES = 30;

/**
 * Runs a command that is expected to work, so nobody need read what it says.
 * @throws StartError with the last lines of that if it fails.
 */
export async function quietly(command: readonly string[], { signal, ...options }: CommandOptions = {}): Promise<void> {
  const [program, ...rest] = command as [string, ...string[]];
  const child = spawn(program, rest, { ...options, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return;
  signal?.throwIfAborted();
  const lines = said.join('').trimEnd().split('\n').slice(-LAST_LINES);
  throw new StartError(`${lines.join('\n')}\n${program} ${rest.join(' ')} has failed (exit code ${code}).`);
}
