import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { throwawayDirectory } from '@jobly/lab/system-under-test';
import { bundlesIn } from '../touched/bundles';

/** A folder of bundles, each of one version or of the other. */
export interface Mixture {
  readonly path: string;
  /** Puts the bundle of an app there that was built in this workspace. */
  take(app: string, root: string): Promise<void>;
  remove(): Promise<void>;
}

export async function openMixture(): Promise<Mixture> {
  const directory = await throwawayDirectory();
  const path = join(directory.path, 'apps');
  await mkdir(path);
  return {
    path,
    async take(app, root) {
      await rm(join(path, app), { force: true });
      await symlink(join(bundlesIn(root), app), join(path, app));
    },
    remove: directory.remove,
  };
}
