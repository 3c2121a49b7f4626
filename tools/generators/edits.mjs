/**
 * Edits of files with lists. If the place for the text has disappeared, the edit fails and names the missing text.
 *
 * @param {import('@nx/devkit').Tree} tree
 * @param {string} path
 * @param {string | RegExp} anchor where the text goes: before it
 * @param {string} text
 */
export function insertBefore(tree, path, anchor, text) {
  const before = tree.read(path, 'utf8');
  const at = typeof anchor === 'string' ? before.indexOf(anchor) : before.search(anchor);
  if (at === -1)
    throw new Error(`${path} has no ${anchor} any more, before which something was to go: add it by hand.`);
  tree.write(path, `${before.slice(0, at)}${text}${before.slice(at)}`);
}

/** `cold-starts` as `coldStarts` */
export const camelCase = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

/** `cold-starts` as `ColdStarts` */
export const pascalCase = (name) => camelCase(`-${name}`);

/** @throws if something of that name exists already */
export function assertFree(tree, directory) {
  if (tree.exists(directory)) throw new Error(`${directory} is there already: choose another name.`);
}
