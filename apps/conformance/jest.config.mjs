// eslint-disable-next-line @nx/enforce-module-boundaries -- the root is no project; TypeScript is compiled in one way.
import unitTests from '../../jest.config.mjs';

/** The black-box suite. src/main.ts points it at a server; see there. */
export default {
  ...unitTests,
  rootDir: '../..',
  // The environment names the server under test.
  testEnvironment: '<rootDir>/tools/node-environment.mjs',
  globalSetup: undefined,
  globalTeardown: undefined,
  roots: ['<rootDir>/apps/conformance/suite'],
  testPathIgnorePatterns: ['/node_modules/'],
  reporters: ['default', '<rootDir>/apps/conformance/results-reporter.mjs'],
  maxWorkers: 2,
  testTimeout: 30_000,
};
