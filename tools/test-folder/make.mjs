import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes a folder for one run of the tests. The test files leave there what others need as well and what takes long to
 * make. Jest calls this before all tests, and remove.mjs after them.
 */
export default function makeTestFolder() {
  process.env['JOBLY_TEST_FOLDER'] = mkdtempSync(join(tmpdir(), 'jobly-tests-'));
}
