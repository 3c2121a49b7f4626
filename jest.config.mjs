/**
 * The unit tests, which stand beside the code. The conformance suite has its own configuration in its app. Tests are
 * found by regular expressions, because the path to the workspace may hold what a glob takes for its own.
 */
export default {
  testEnvironment: '<rootDir>/tools/test-environment.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  resolver: '<rootDir>/tools/test-resolver.mjs',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  testRegex: ['\\.test\\.ts$'],
  testPathIgnorePatterns: ['/node_modules/', '/apps/conformance/suite/'],
  // Long enough for a machine that is busy with something else; a test that hangs costs this once.
  testTimeout: 60_000,
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
  },
};
