import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(readFileSync(new URL('tsconfig.base.json', import.meta.url), 'utf8'));
/** A `*` stands for one folder's name. */
const aliases = Object.entries(compilerOptions.paths).map(([alias, [file]]) => [
  `^${alias.replace('*', '([^/]+)')}$`,
  `<rootDir>/${file.replace('*', '$1').replace(/\.ts$/, '')}`,
]);

/** The unit tests, which stand beside the code. The conformance suite has its own configuration in its app. */
export default {
  testEnvironment: './tools/test-environment.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: Object.fromEntries(aliases),
  testMatch: ['<rootDir>/{apps,libs,tools}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/apps/conformance/suite/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
  },
};
