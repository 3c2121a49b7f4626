import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@jobly/contracts';
import { type ProcessIdentity, identify, stillRuns } from './process-identity';

/**
 * A lock is empty for an instant after its creation; one that stays empty was left by a process that died in that
 * instant.
 */
const CREATION_MS = 1_000;

export const LOCK_FILE = 'stack.lock';

/**
 * Makes this process the only one that runs a stack on the directory. The lock of an ended holder is taken over.
 * @returns the function that releases the lock.
 * @throws StartError while another process holds it.
 */
export function takeLock(directory: string): () => void {
  const file = join(directory, LOCK_FILE);
  const mine = JSON.stringify(identify(process.pid));
  for (;;) {
    if (create(file, mine)) return () => giveBack(file, mine);
    const found = contentOf(file);
    if (found === undefined) continue;
    const holder = parse(found);
    if (holder ? stillRuns(holder) : isFresh(file)) {
      const who = holder ? ` (pid ${holder.pid})` : '';
      throw new StartError(
        `Jobly is already running on ${directory}${who}; stop it, or choose another directory with --data DIR.`,
      );
    }
    setAside(file, found);
  }
}

/** The process that runs, or ran, a stack on the directory. */
export function holderOf(directory: string): ProcessIdentity | undefined {
  const content = contentOf(join(directory, LOCK_FILE));
  return content === undefined ? undefined : parse(content);
}

function create(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(content: string): ProcessIdentity | undefined {
  try {
    const { pid, began } = JSON.parse(content) as Partial<ProcessIdentity>;
    return Number.isInteger(pid) ? { pid: pid as number, began: String(began) } : undefined;
  } catch {
    return undefined;
  }
}

/** Not if the file is from the future either: the clock has been set back since. */
const isFresh = (file: string) =>
  Math.abs(Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)) < CREATION_MS;

/** Removes a dead holder's lock; if another start has just replaced it, the new lock is put back. */
function setAside(file: string, expected: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = contentOf(aside);
  if (moved !== undefined && moved !== expected) create(file, moved);
  rmSync(aside, { force: true });
}

function giveBack(file: string, mine: string): void {
  if (contentOf(file) === mine) rmSync(file, { force: true });
}
