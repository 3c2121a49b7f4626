import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { StartError } from '@jobly/contracts';

export interface CommandOptions {
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal | undefined;
  /** Whether it is in a process group of its own. */
  detached?: boolean;
  /** What it reads from stdin; nothing by default. */
  input?: string;
}

/** Room for the log of a container. */
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

/** Runs a command and returns its output. Rejects, with its stderr, if it fails or does not exist. */
export async function read(command: readonly string[], options: CommandOptions = {}): Promise<string> {
  const [program, ...rest] = command as [string, ...string[]];
  const { stdout } = await promisify(execFile)(program, rest, { ...options, maxBuffer: MAX_OUTPUT_BYTES });
  return stdout;
}

/** The part of a failed command's output that helps. */
const LAST_LINES = 30;

/**
 * Runs a command that is expected to work, and hides its output.
 * @throws StartError with the last lines of the output if it fails.
 */
export async function quietly(
  command: readonly string[],
  { signal, input = '', ...options }: CommandOptions = {},
): Promise<void> {
  const [program, ...rest] = command as [string, ...string[]];
  const child = spawn(program, rest, { ...options, signal, stdio: ['pipe', 'pipe', 'pipe'] });
  // One that ends without reading says why on stderr.
  child.stdin.on('error', () => {}).end(input);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return;
  signal?.throwIfAborted();
  const lines = said.join('').trimEnd().split('\n').slice(-LAST_LINES);
  throw new StartError(`${lines.join('\n')}\n${program} ${rest.join(' ')} has failed (exit code ${code}).`);
}
