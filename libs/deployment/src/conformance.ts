import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '@jobly/contracts';

/** The suite's findings at one address. */
export interface Conformance {
  passed: number;
  failures: { test: string; message: string }[];
}

/**
 * The differences behind nginx, and with events that travel between replicas (apps/conformance/src/capabilities.ts).
 */
const capabilities = {
  cascade: 'eventual',
  publicMetrics: false,
  keepsIdOfMalformedPath: false,
  tokenAlgorithm: 'RS256',
  seeded: true,
};

/** The built suite, beside this app. */
const suite = join(import.meta.dirname, '../conformance/main.js');

/**
 * Runs the conformance suite at an address; it shows its progress on stderr.
 * @throws StartError if it reaches no verdict.
 */
export async function checkConformance(url: string, signal: AbortSignal): Promise<Conformance> {
  const directory = await mkdtemp(join(tmpdir(), 'jobly-containers-'));
  const [declared, found] = [join(directory, 'capabilities.json'), join(directory, 'results.json')];
  try {
    await writeFile(declared, JSON.stringify(capabilities));
    // With two replicas of every process on two CPUs, there is no capacity for two concurrent test files.
    const options = ['--one-by-one', '--base-url', url, '--capabilities', declared, '--json', found];
    const child = spawn(process.execPath, [suite, ...options], {
      stdio: ['ignore', process.stderr, 'inherit'],
      signal,
    });
    await once(child, 'close');
    const { targets } = JSON.parse(await readFile(found, 'utf8')) as { targets: [Conformance] };
    return targets[0];
  } catch (cause) {
    signal.throwIfAborted();
    throw new StartError(`The conformance suite has not come to an end at ${url}.`, { cause });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
