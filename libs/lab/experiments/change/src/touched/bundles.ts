import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deployable } from '../preloads/topologies';

/** The folder of the bundles in a workspace that is built. */
export const bundlesIn = (root: string): string => join(root, 'dist/apps');

/** The deployables that a change changes, and therefore has to deploy again: their bundles, byte by byte. */
export const deployedAgain = (before: string, after: string, deployables: readonly Deployable[]): Deployable[] =>
  deployables.filter(({ app }) => {
    const [old, changed] = [before, after].map((root) => contentOf(join(bundlesIn(root), app)));
    return old !== changed;
  });

/** Without source maps, which no process runs. */
function contentOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|sql)$/.test(file));
  return files
    .sort()
    .map((file) => `${file}\n${readFileSync(join(folder, file), 'utf8')}`)
    .join('\n');
}
