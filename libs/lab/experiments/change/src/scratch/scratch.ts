import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { throwawayDirectory } from '@jobly/lab/system-under-test';
import type { FileChange } from './file-changes';

/** A copy of the workspace, to be edited, built and run. */
export interface Scratch {
  readonly root: string;
  remove(): Promise<void>;
}

/** What is generated from schemas is copied, because generating it anew takes seconds. */
const GENERATED = 'generated';

/** Copies what is written in a workspace to a directory that does not outlive this process, and links its packages. */
export async function scratchCopy(workspace: string, changes: readonly FileChange[] = []): Promise<Scratch> {
  const { path: root, remove } = await throwawayDirectory();
  try {
    const left = await leftOut(workspace);
    const isCopied = (source: string) =>
      !relative(workspace, source)
        .split('/')
        .some((name) => left.has(name));
    await cp(workspace, root, { recursive: true, filter: isCopied });
    await symlink(join(workspace, 'node_modules'), join(root, 'node_modules'));
    for (const { file, after } of changes) {
      await mkdir(join(root, dirname(file)), { recursive: true });
      await writeFile(join(root, file), after);
    }
    return { root, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The names of files and folders that Git ignores, and its own. */
async function leftOut(workspace: string): Promise<Set<string>> {
  const ignored = await readFile(join(workspace, '.gitignore'), 'utf8');
  const names = ignored.split('\n').map((line) => line.replaceAll('/', ''));
  return new Set(['.git', ...names].filter((name) => name !== '' && name !== GENERATED));
}
