import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '@jobly/lab/instrument';

export interface ThrowawayDirectory {
  path: string;
  remove(): Promise<void>;
}

/**
 * A directory for one stack. It does not outlive this process, even if that ends before `remove`, for instance on a
 * second Ctrl-C. What a killed run has left is removed by the next one.
 */
export async function throwawayDirectory(within = tmpdir()): Promise<ThrowawayDirectory> {
  await removeLeftovers(within);
  const path = await mkdtemp(join(within, `jobly-lab-${process.pid}-`));
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

/** By the process id in their names. Those of another user stay where they are. */
async function removeLeftovers(within: string): Promise<void> {
  for (const name of await readdir(within)) {
    const owner = Number(/^jobly-lab-(\d+)-\w{6}$/.exec(name)?.[1]);
    if (owner > 0 && !isAlive(owner)) await rm(join(within, name), { recursive: true, force: true }).catch(() => {});
  }
}

const remaining = new Set<string>();

const removeLater = () => spawn('sh', ['-c', REMOVE, ...remaining], { detached: true, stdio: 'ignore' }).unref();

/** PostgreSQL ends after this process, and keeps writing until then. */
const REMOVE = 'for attempt in 1 2 3 4 5; do sleep 1; rm -rf "$0" "$@" && exit; done';
