// eslint-disable-next-line @nx/enforce-module-boundaries -- the root is no project; TypeScript is compiled in one way.
import unitTests from '../../jest.config.mjs';

/** The black-box suite. It is pointed at a server by src/main.ts; see there. */
export default {
  ...unitTests,
  rootDir: '../..',
  // Which server is meant comes by the environment.
  testEnvironment: 'node',
  roots: ['<rootDir>/apps/conformance/suite'],
  testPathIgnorePatterns: ['/node_modules/'],
  reporters: ['default', '<rootDir>/apps/conformance/results-reporter.mjs'],
  maxWorkers: 2,
  testTimeout: 30_000,
};
