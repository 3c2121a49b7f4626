import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const workspace = join(import.meta.dirname, '../..');

/** Where a path from the root of the workspace is, wherever Nx has been started. */
export const at = (path) => join(workspace, path);

/** Names of files and folders that are made, not written: what Git ignores, and its own. */
const ignored = readFileSync(at('.gitignore'), 'utf8').split('\n');
const made = ['.git', ...ignored.map((line) => line.replace(/\/$/, '')).filter((name) => name !== '')];

/** Whether a path, from the root of the workspace, is made by a tool and so no input of anything. */
export const isMade = (path) => path.split('/').some((name) => made.includes(name));

/** The files below a project's folder that are not another project's. */
export function filesOf(root, roots) {
  const nested = roots.filter((other) => other.startsWith(`${root}/`));
  return readdirSync(at(root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(workspace, join(parentPath, name)))
    .filter((file) => !isMade(file) && !nested.some((other) => file.startsWith(`${other}/`)));
}
