import js from '@eslint/js';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

// A process for each of Nx's plugins takes longer to start than a plugin to run.
process.env['NX_ISOLATE_PLUGINS'] ??= 'false';

// The boundaries rule reads the project graph from a cache, and skips itself if the cache is missing or empty.
const { nodes } = await createProjectGraphAsync({ exitOnError: true });
if (Object.keys(nodes).length === 0) throw new Error('Nx finds no project here, so no boundary would be checked.');

/** The allowed imports. The tags are in each project.json: the kind of project, and its owner. */
const depConstraints = [
  // Kinds, from the top down. A module never imports a module; an app never imports an app.
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:module', 'type:interface', 'type:kit', 'type:contracts'] },
  // A service on another stack shares the contract as documents, and no code: it imports nothing of this workspace.
  { sourceTag: 'runtime:bun', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:module', onlyDependOnLibsWithTags: ['type:kit', 'type:contracts'] },
  { sourceTag: 'type:interface', onlyDependOnLibsWithTags: ['type:interface', 'type:kit', 'type:contracts'] },
  { sourceTag: 'type:kit', onlyDependOnLibsWithTags: ['type:kit', 'type:contracts'] },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:stack', onlyDependOnLibsWithTags: ['type:kit', 'type:contracts'] },
  // Tools for operators of a running system: they use the stack's databases, and the services' data in them.
  {
    sourceTag: 'type:console',
    onlyDependOnLibsWithTags: ['type:stack', 'type:interface', 'type:kit', 'type:contracts'],
  },
  // What shows the stacks and the lab in the browser.
  {
    sourceTag: 'type:viewer',
    onlyDependOnLibsWithTags: [
      'type:architecture',
      'type:instrument',
      'type:results',
      'type:report',
      'type:runner',
      'type:system-under-test',
      'type:stack',
      'type:kit',
      'type:contracts',
    ],
  },
  {
    sourceTag: 'type:tool',
    onlyDependOnLibsWithTags: ['type:architecture', 'type:stack', 'type:kit', 'type:contracts'],
  },
  // Reads the workspace as text: it names what it reads by path.
  { sourceTag: 'type:architecture', onlyDependOnLibsWithTags: ['type:contracts'] },
  // The lab, from the ground up: the instrument knows nothing of Jobly, the report no experiment, and no experiment
  // another.
  { sourceTag: 'type:instrument', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:results', onlyDependOnLibsWithTags: ['type:instrument'] },
  {
    sourceTag: 'type:system-under-test',
    onlyDependOnLibsWithTags: ['type:instrument', 'type:stack', 'type:contracts'],
  },
  {
    sourceTag: 'type:runner',
    onlyDependOnLibsWithTags: ['type:instrument', 'type:results', 'type:system-under-test', 'type:contracts'],
  },
  { sourceTag: 'type:report', onlyDependOnLibsWithTags: ['type:instrument', 'type:results'] },
  {
    sourceTag: 'type:experiment',
    onlyDependOnLibsWithTags: [
      'type:instrument',
      'type:results',
      'type:system-under-test',
      'type:runner',
      'type:architecture',
      'type:contracts',
    ],
  },
  {
    sourceTag: 'type:lab',
    onlyDependOnLibsWithTags: [
      'type:instrument',
      'type:results',
      'type:system-under-test',
      'type:runner',
      'type:report',
      'type:experiment',
      'type:contracts',
    ],
  },
  // Owners. A service has its own module and no other; the monolith has all three, and no network between them.
  { sourceTag: 'scope:users', onlyDependOnLibsWithTags: ['scope:users', 'scope:services', 'scope:shared'] },
  { sourceTag: 'scope:companies', onlyDependOnLibsWithTags: ['scope:companies', 'scope:services', 'scope:shared'] },
  { sourceTag: 'scope:jobs', onlyDependOnLibsWithTags: ['scope:jobs', 'scope:services', 'scope:shared'] },
  {
    sourceTag: 'scope:catalogue',
    onlyDependOnLibsWithTags: ['scope:companies', 'scope:jobs', 'scope:services', 'scope:shared'],
  },
  { sourceTag: 'scope:gateway', onlyDependOnLibsWithTags: ['scope:services', 'scope:shared'] },
  {
    sourceTag: 'scope:monolith',
    onlyDependOnLibsWithTags: ['scope:users', 'scope:companies', 'scope:jobs', 'scope:shared'],
  },
];

/** The stack starts apps, and imports none; the tags define what an app may import. */
const ignoredCircularDependencies = [['tag:type:stack', 'tag:type:app']];

/** A module knows no network: its questions to a neighbour go through a port. */
const networkPackages = ['axios', 'undici', 'http', 'https', 'net', 'node:http', 'node:https', 'node:net'];

export default defineConfig(
  globalIgnores(['**/node_modules', '**/dist', '**/generated', '.nx', '.jobly', 'lab-results', 'mutation-results']),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints, ignoredCircularDependencies }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Factories return plain objects whose functions never use `this`; `async` means "rejects instead of throwing".
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      // Express's Request is an interface over Node's class.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // The spread is meant to count code points here.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: ['libs/{users,companies,jobs}/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: networkPackages }] },
  },
  {
    // Scripts that Node runs directly import by path.
    files: ['tools/**'],
    rules: { '@nx/enforce-module-boundaries': 'off' },
  },
  {
    // Matchers such as expect.any(String) are of type any, and so are bodies that came over the wire.
    files: ['**/*.test.ts', '**/*.fixture.ts', 'apps/conformance/suite/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['**/*.mjs'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        AbortController: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        process: 'readonly',
      },
    },
  },
);
