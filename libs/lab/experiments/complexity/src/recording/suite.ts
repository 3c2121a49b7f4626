import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '@jobly/lab/instrument';
import { edgesSeen, type SeenEdge } from './edges';
import { allNotes } from './notes';

/** The suite names every test that fails. */
const LONGEST_OUTPUT = 64 * 1_024 * 1_024;

/**
 * What the microservices ask of each other in a mode of authentication while the conformance suite runs.
 *
 * @param bundles the folder of the lab's bundle, beside which the suite's is
 * @throws Failure if the suite fails
 */
export async function askedInSuite(bundles: string, mode: string, signal: AbortSignal): Promise<SeenEdge[]> {
  const directory = await mkdtemp(join(tmpdir(), 'jobly-suite-'));
  const preload = join(bundles, 'preloads/recorded.js');
  const options = ['--topology', 'micro', '--auth-mode', mode, '--preload', preload];
  try {
    await promisify(execFile)(process.execPath, [join(bundles, '../conformance/main.js'), ...options], {
      env: { ...process.env, LAB_RECORDING: directory },
      signal,
      killSignal: 'SIGINT',
      maxBuffer: LONGEST_OUTPUT,
    });
    return edgesSeen(allNotes(directory));
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'number')) throw error;
    throw new Failure(
      `The conformance suite fails while the processes are recorded. See how: npm run conformance -- --topology micro --auth-mode ${mode}`,
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
