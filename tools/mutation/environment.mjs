import { TestEnvironment } from 'jest-environment-node';
import { activeMutant, noteTouched } from './touched.mjs';

/**
 * Records which mutants a test file touches while none is active. Once a test has failed, it skips the rest of the
 * file, where each test might hang until its timeout.
 */
export default class MutationEnvironment extends TestEnvironment {
  #root;
  #path;
  #before = {};
  #hasFailed = false;

  constructor(config, context) {
    super(config, context);
    this.#root = config.projectConfig.rootDir;
    this.#path = context.testPath;
  }

  async setup() {
    await super.setup();
    this.#before = this.#hits();
  }

  async handleTestEvent({ name, test }) {
    if (name === 'test_done' && test.errors.length > 0) this.#hasFailed = true;
    if (name === 'test_start' && this.#hasFailed) test.mode = 'skip';
  }

  async teardown() {
    if (activeMutant() === undefined) {
      const hits = this.#hits();
      const touched = Object.keys(hits).filter((mutant) => hits[mutant] !== this.#before[mutant]);
      noteTouched(this.#root, this.#path, touched);
    }
    await super.teardown();
  }

  /** The number of hits of each mutant so far, over all files. */
  #hits() {
    const { static: outside = {}, perTest = {} } = this.global.__stryker__?.mutantCoverage ?? {};
    const hits = {};
    for (const counts of [outside, ...Object.values(perTest)]) {
      for (const [mutant, count] of Object.entries(counts)) hits[mutant] = (hits[mutant] ?? 0) + count;
    }
    return hits;
  }
}
