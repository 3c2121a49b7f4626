// eslint-disable-next-line @nx/enforce-module-boundaries -- the root is no project; TypeScript is compiled in one way.
import unitTests from '../../../jest.config.mjs';

/** The console in a real browser, over stacks that one start of the launcher serves all files. */
export default {
  ...unitTests,
  rootDir: '../../..',
  testEnvironment: '<rootDir>/tools/node-environment.mjs',
  globalSetup: '<rootDir>/apps/console/browser-tests/start-stacks.mjs',
  globalTeardown: '<rootDir>/apps/console/browser-tests/stop-stacks.mjs',
  roots: ['<rootDir>/apps/console/browser-tests'],
  testPathIgnorePatterns: ['/node_modules/'],
  // They share the stacks, and what one does to a process all would see.
  maxWorkers: 1,
};
