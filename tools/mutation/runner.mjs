import jestRunner from 'jest-runner';
import { activeMutant, filesThatTouch } from './touched.mjs';

/**
 * Runs the test files that touch the active mutant, one after the other, until one fails: that is all there is to know.
 * (Jest's own `bail` would end the process.) Without an active mutant it runs all of them.
 */
export default class MutationRunner extends jestRunner {
  async runTests(tests, watcher, options) {
    let hasFailed = false;
    this.on('test-file-success', ([, { numFailingTests, testExecError }]) => {
      hasFailed ||= numFailingTests > 0 || testExecError !== undefined;
    });
    this.on('test-file-failure', () => (hasFailed = true));
    for (const test of selected(tests)) {
      if (hasFailed) return;
      await super.runTests([test], watcher, options);
    }
  }
}

/** If it is unknown which files touch the mutant, any may. */
function selected(tests) {
  const mutant = activeMutant();
  if (mutant === undefined || tests.length === 0) return tests;
  const files = filesThatTouch(tests[0].context.config.rootDir, mutant);
  return files.length === 0 ? tests : files.flatMap((path) => tests.find((test) => test.path === path) ?? []);
}
