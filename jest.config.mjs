/**
 * The unit tests, which are beside the code. The conformance suite has its own configuration in its app. Tests are
 * found by regular expressions, because the path of the workspace may contain characters that are special in a glob.
 */
export default {
  testEnvironment: '<rootDir>/tools/test-environment.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  resolver: '<rootDir>/tools/test-resolver.mjs',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  testRegex: ['\\.test\\.ts$'],
  testPathIgnorePatterns: ['/node_modules/', '/apps/conformance/suite/'],
  // Long enough for a busy machine; a test that hangs costs this once.
  testTimeout: 60_000,
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
  },
};
