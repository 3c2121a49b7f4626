import { join } from 'node:path';
import { formatFiles, generateFiles } from '@nx/devkit';
import { assertFree, camelCase, insertBefore } from '../edits.mjs';

const LIST = 'apps/lab/src/experiments.ts';

/** Creates a folder for the experiment, and adds it to the list of experiments. */
export default async function experiment(tree, { name, kind, question }) {
  const directory = `libs/lab/experiments/${name}`;
  assertFree(tree, directory);
  const variable = camelCase(name);
  const names = { name, variable, question: question.replaceAll("'", "\\'"), template: '' };
  for (const part of ['common', kind]) generateFiles(tree, join(import.meta.dirname, 'files', part), directory, names);
  insertBefore(tree, LIST, 'import type', `import { ${variable} } from '@jobly/lab/experiments/${name}';\n`);
  insertBefore(tree, LIST, /^\];/m, `  ${variable},\n`);
  await formatFiles(tree);
}
