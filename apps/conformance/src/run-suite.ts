import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countResults, type Results } from './results';
import { toEnvironment, type Target } from './target';

/** From here, and from the bundle, which is at the same depth. */
const workspace = fileURLToPath(new URL('../../../', import.meta.url));

export interface Verdict extends Results {
  name: string;
  url: string;
  seconds: number;
}

interface RunOptions {
  /** Only tests whose names match this regular expression. */
  pattern?: string | undefined;
  /** One test file after the other. */
  oneByOne: boolean;
  signal: AbortSignal;
}

/**
 * Runs the suite against one server, with Jest in a process of its own, which shows its progress on stderr.
 * @throws AbortError when the signal aborts.
 */
export async function runSuite(target: Target, { pattern, oneByOne, signal }: RunOptions): Promise<Verdict> {
  const started = performance.now();
  const jest = spawn(process.execPath, jestArguments(pattern, oneByOne), {
    cwd: workspace,
    env: { ...process.env, ...toEnvironment(target) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    signal,
  });
  let reported: unknown;
  jest.on('message', (message) => (reported = message));
  const [code] = (await once(jest, 'close')) as [number | null];
  if (reported === undefined) throw new Error(`Jest has ended without results (exit code ${code ?? 'unknown'})`);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  return { name: target.name, url: target.baseUrl, seconds, ...countResults(reported) };
}

const jestArguments = (pattern: string | undefined, oneByOne: boolean) => [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  join(workspace, 'node_modules/jest/bin/jest.js'),
  ...['--config', join(workspace, 'apps/conformance/jest.config.mjs')],
  ...(oneByOne ? ['--runInBand'] : []),
  ...(pattern ? ['--testNamePattern', pattern] : []),
  // Jest knows the flag but not the variable (https://no-color.org).
  ...(process.env['NO_COLOR'] ? ['--no-color'] : []),
];
