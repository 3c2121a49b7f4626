import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ThrowawayDirectory {
  path: string;
  remove(): Promise<void>;
}

/** A directory for one stack, which does not outlive this process even if that ends before `remove`: on a second Ctrl-C, say. */
export async function throwawayDirectory(): Promise<ThrowawayDirectory> {
  const path = await mkdtemp(join(tmpdir(), 'jobly-lab-'));
  // PostgreSQL may be writing into it for an instant more.
  const removeAtOnce = () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  process.once('exit', removeAtOnce);
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true });
      process.off('exit', removeAtOnce);
    },
  };
}
