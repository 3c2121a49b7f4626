import { join } from 'node:path';
import { formatFiles, generateFiles, updateJson } from '@nx/devkit';
import { assertFree, insertBefore, pascalCase } from '../edits.mjs';

const LINT = 'eslint.config.mjs';

/** Creates a library, its alias, and the rule that only the monolith and its own service may import it. */
export default async function module(tree, { name }) {
  const directory = `libs/${name}`;
  assertFree(tree, directory);
  const names = { name, pascal: pascalCase(name), template: '' };
  generateFiles(tree, join(import.meta.dirname, 'files'), directory, names);
  updateJson(tree, 'tsconfig.base.json', (json) => {
    const { paths } = json.compilerOptions;
    const all = Object.entries({ ...paths, [`@jobly/${name}`]: [`./${directory}/src/index.ts`] });
    json.compilerOptions.paths = Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1)));
    return json;
  });
  const own = `['scope:${name}', 'scope:services', 'scope:shared']`;
  insertBefore(
    tree,
    LINT,
    "{ sourceTag: 'scope:gateway'",
    `{ sourceTag: 'scope:${name}', onlyDependOnLibsWithTags: ${own} },\n  `,
  );
  // The monolith's list names every module before the shared libraries.
  insertBefore(tree, LINT, /'scope:shared'\],?\s*\},\s*\];/, `'scope:${name}', `);
  await formatFiles(tree);
}
