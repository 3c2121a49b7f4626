import { spawnSync } from 'node:child_process';
import { openSync, writeSync, closeSync, mkdtempSync, rmdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, in memory, that can be filled without harm to anything else. */
export interface SmallDisk {
  path: string;
  /** Leaves so much space (MiB). */
  leave(mebibytes: number): void;
  /** Gives all of it back. */
  empty(): void;
  remove(): void;
}

const MEBIBYTE = 1_024 * 1_024;

/** Mounts a tmpfs; undefined where this is not allowed, as for everybody but root, or not Linux. */
export function smallDisk(mebibytes: number): SmallDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), 'jobly-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=755`, 'jobly', path]);
  if (mounted.status !== 0) {
    rmdirSync(path);
    return undefined;
  }
  const ballast = join(path, 'ballast');
  return {
    path,
    leave: (left) => fill(ballast, left * MEBIBYTE),
    empty: () => rmSync(ballast, { force: true }),
    remove() {
      spawnSync('umount', ['--lazy', path]);
      rmdirSync(path);
    },
  };
}

/** Appends to a file until no more than so many bytes are left, or nothing more can be written. */
function fill(file: string, left: number): void {
  const piece = Buffer.alloc(MEBIBYTE);
  const target = openSync(file, 'a');
  try {
    for (let free = freeAt(file); free > left; free = freeAt(file)) {
      writeSync(target, piece, 0, Math.min(MEBIBYTE, free - left));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(target);
  }
}

function freeAt(file: string): number {
  const { bavail, bsize } = statfsSync(file);
  return bavail * bsize;
}
