import { build } from './build';
import type { FileChange } from './file-changes';
import { scratchCopy } from './scratch';

/** A version of the workspace, to be built in a copy. */
export interface Version {
  readonly workspace: string;
  readonly changes: readonly FileChange[];
  /** The apps that are bundled. */
  readonly apps: readonly string[];
  /** What it is called if it cannot be built. */
  readonly name: string;
}

/**
 * Builds a copy of the workspace with these changes, and removes it after use.
 * @throws Failure with what the build has said
 */
export async function withBuilt<T>(
  { workspace, changes, apps, name }: Version,
  signal: AbortSignal,
  use: (root: string) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const { root, remove } = await scratchCopy(workspace, changes);
  try {
    await build(root, apps, name, signal);
    return await use(root);
  } finally {
    await remove();
  }
}
