import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ThrowawayDirectory {
  path: string;
  remove(): Promise<void>;
}

/**
 * A directory for one stack. It does not outlive this process, even if that ends before `remove`, for instance on a
 * second Ctrl-C.
 */
export async function throwawayDirectory(within = tmpdir()): Promise<ThrowawayDirectory> {
  const path = await mkdtemp(join(within, 'jobly-lab-'));
  if (remaining.size === 0) process.on('exit', removeLater);
  remaining.add(path);
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true });
      remaining.delete(path);
      if (remaining.size === 0) process.off('exit', removeLater);
    },
  };
}

const remaining = new Set<string>();

const removeLater = () => spawn('sh', ['-c', REMOVE, ...remaining], { detached: true, stdio: 'ignore' }).unref();

/** PostgreSQL ends after this process, and keeps writing until then. */
const REMOVE = 'for attempt in 1 2 3 4 5; do sleep 1; rm -rf "$0" "$@" && exit; done';
