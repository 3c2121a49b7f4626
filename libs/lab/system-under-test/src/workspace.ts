import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The workspace's root directory, wherever this code runs: from the sources, or from the bundle. */
export const workspace = rootAbove(import.meta.dirname);

function rootAbove(directory: string): string {
  if (existsSync(join(directory, 'nx.json'))) return directory;
  const above = dirname(directory);
  if (above === directory)
    throw new Error(`${import.meta.dirname} is in no workspace: nothing above it has an nx.json.`);
  return rootAbove(above);
}
