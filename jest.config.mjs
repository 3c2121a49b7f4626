import { availableParallelism } from 'node:os';

const processors = availableParallelism();

/**
 * The unit tests, which are beside the code. The conformance suite has its own configuration in its app. Tests are
 * found by regular expressions, because the path of the workspace may contain characters that are special in a glob.
 */
export default {
  globalSetup: '<rootDir>/tools/test-folder/make.mjs',
  globalTeardown: '<rootDir>/tools/test-folder/remove.mjs',
  testEnvironment: '<rootDir>/tools/test-environment.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  resolver: '<rootDir>/tools/test-resolver.mjs',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  testRegex: ['\\.test\\.ts$'],
  testPathIgnorePatterns: ['/node_modules/', '/apps/conformance/suite/', '/apps/console/browser-tests/'],
  // Jest's default is one fewer than there are processors. Of two it would leave one idle.
  maxWorkers: processors > 2 ? processors - 1 : processors,
  // Long enough for a busy machine; a test that hangs costs this once.
  testTimeout: 60_000,
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
  },
};
