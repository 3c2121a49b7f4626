import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '@jobly/contracts';

/** What the suite found at one address. */
export interface Conformance {
  passed: number;
  failures: { test: string; message: string }[];
}

/** What differs behind nginx, with events that travel between replicas (apps/conformance/src/capabilities.ts). */
const capabilities = {
  cascade: 'eventual',
  publicMetrics: false,
  keepsIdOfMalformedPath: false,
  tokenAlgorithm: 'RS256',
  seeded: true,
};

/** Beside this app, where it is built. */
const suite = join(import.meta.dirname, '../conformance/main.js');

/**
 * Runs the conformance suite at an address; it tells on stderr how it is going.
 * @throws StartError if it reaches no verdict.
 */
export async function checkConformance(url: string, signal: AbortSignal): Promise<Conformance> {
  const directory = await mkdtemp(join(tmpdir(), 'jobly-containers-'));
  const [declared, found] = [join(directory, 'capabilities.json'), join(directory, 'results.json')];
  try {
    await writeFile(declared, JSON.stringify(capabilities));
    // Every process twice, in what Docker gives it of two CPUs, has no time for two test files at once.
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
