import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { unavailable } from '@jobly/contracts';
import type { Drawings } from '../../api/architecture';

const run = promisify(execFile);

/** Longer than reading the whole workspace takes on a busy machine. */
const TIMEOUT_MS = 60_000;

/** The topologies as the code in the current directory defines them, read in a process of its own, which is large. */
async function readDrawings(): Promise<Drawings> {
  const args = ['dist/apps/architecture/main.js', '--json'];
  const { stdout } = await run(process.execPath, args, { timeout: TIMEOUT_MS });
  return JSON.parse(stdout) as Drawings;
}

/**
 * Reads them once, when they are first asked for.
 * @returns a function that throws a Problem if they cannot be read; it tries again when it is called again
 */
export function createDrawings(readThem = readDrawings): () => Promise<Drawings> {
  let read: Promise<Drawings> | undefined;
  return () =>
    (read ??= readThem().catch((error: unknown) => {
      read = undefined;
      throw unavailable('The code that the pictures are drawn from', error);
    }));
}
