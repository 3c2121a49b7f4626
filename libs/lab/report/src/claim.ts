import { rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, isAlive } from '@jobly/lab/instrument';

/** The file by which a run keeps a directory for itself: it contains the process id. */
const CLAIM = 'running.pid';

/**
 * Keeps a directory for this process until the returned function is called. A claim that a killed run has left is taken
 * over.
 * @throws Failure if another run that still goes on has it
 */
export async function claimed(directory: string): Promise<() => void> {
  const file = join(directory, CLAIM);
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = Number(await readFile(file, 'utf8'));
    if (owner > 0 && owner !== process.pid && isAlive(owner)) {
      throw new Failure(
        `Another run, process ${owner}, writes its results to ${directory}. Name another directory with --out.`,
      );
    }
    await writeFile(file, String(process.pid));
  }
  return () => rmSync(file, { force: true });
}
