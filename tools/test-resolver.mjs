import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Finds a library by its name in tsconfig.base.json. Jest's own way, moduleNameMapper, has no escape for a path that
 * contains `$1`, as the path of a clone may.
 */
const root = join(import.meta.dirname, '..');
const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8'));
const aliases = Object.entries(compilerOptions.paths).map(([alias, [file]]) => ({ parts: alias.split('*'), file }));

export function sync(name, options) {
  const file = fileOf(name);
  return options.defaultResolver(file ? join(root, file) : name, options);
}

/** A `*` stands for one folder's name. */
function fileOf(name) {
  for (const { parts, file } of aliases) {
    const [start, end] = parts;
    if (end === undefined && name === start) return file;
    if (end === undefined || !name.startsWith(start) || !name.endsWith(end)) continue;
    const folder = name.slice(start.length, name.length - end.length);
    if (!folder.includes('/')) return file.replace('*', () => folder);
  }
  return undefined;
}
