import js from '@eslint/js';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

// The boundaries rule reads the graph of projects from a cache, and skips itself where there is none, or nothing in it.
const { nodes } = await createProjectGraphAsync({ exitOnError: true });
if (Object.keys(nodes).length === 0) throw new Error('Nx finds no project here, so no boundary would be checked.');

/** Who may import whom. Tags stand in each project.json: what kind of thing it is, and whose. */
const depConstraints = [
  // Kinds, from the top down. A module never imports a module; an app never imports an app.
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:module', 'type:interface', 'type:kit', 'type:contracts'] },
  { sourceTag: 'type:module', onlyDependOnLibsWithTags: ['type:kit', 'type:contracts'] },
  { sourceTag: 'type:interface', onlyDependOnLibsWithTags: ['type:interface', 'type:kit', 'type:contracts'] },
  { sourceTag: 'type:kit', onlyDependOnLibsWithTags: ['type:kit', 'type:contracts'] },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:stack', onlyDependOnLibsWithTags: ['type:kit', 'type:contracts'] },
  // Whoever looks after a running system: the stack's databases, and what the services keep in them.
  {
    sourceTag: 'type:console',
    onlyDependOnLibsWithTags: ['type:stack', 'type:interface', 'type:kit', 'type:contracts'],
  },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:stack', 'type:kit', 'type:contracts'] },
  // The lab, from the ground up: the instrument knows nothing of Jobly, the report no experiment, and no experiment another.
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
  { sourceTag: 'scope:gateway', onlyDependOnLibsWithTags: ['scope:services', 'scope:shared'] },
  {
    sourceTag: 'scope:monolith',
    onlyDependOnLibsWithTags: ['scope:users', 'scope:companies', 'scope:jobs', 'scope:shared'],
  },
];

/** The stack starts apps, and imports none: what an app may not import, the tags say. */
const ignoredCircularDependencies = [['tag:type:stack', 'tag:type:app']];

/** A module knows no network: what it asks of a neighbour goes through a port. */
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
      // Factories return plain objects whose functions never use `this`; `async` says "rejects instead of throwing".
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      // Express's Request is an interface over Node's class.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Counting code points is what the spread is for here.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: ['libs/{users,companies,jobs}/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: networkPackages }] },
  },
  {
    // Scripts that Node runs as they are find what they import by its path.
    files: ['tools/**'],
    rules: { '@nx/enforce-module-boundaries': 'off' },
  },
  {
    // Matchers such as expect.any(String) are of type any, and bodies are what came over the wire.
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
