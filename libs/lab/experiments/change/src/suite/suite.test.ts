import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSuite } from './suite';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'suite-test-'));
  mkdirSync(join(root, 'dist/apps/conformance'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** Puts a program in the place of the conformance suite. */
const suiteIs = (program: string) => writeFileSync(join(root, 'dist/apps/conformance/main.js'), program);

const { signal } = new AbortController();

/** A suite that writes a report about whatever it is to test, and ends with this code. */
const reporting = (failures: object[], code: number) => `
  const [, , , name, , file] = process.argv;
  const target = { name, seconds: 9.5, passed: 300, skipped: 2, failures: ${JSON.stringify(failures)} };
  require('node:fs').writeFileSync(file, JSON.stringify({ targets: [target] }));
  process.exitCode = ${code};`;

describe('the conformance suite of a copy', () => {
  it('is read from its report', async () => {
    suiteIs(reporting([], 0));
    expect(await runSuite(root, 'micro', signal)).toMatchObject({
      seconds: 9.5,
      passed: 300,
      skipped: 2,
      failures: [],
    });
  });

  it('may fail, and then says where', async () => {
    const failures = [{ test: 'a job is shown', message: 'expected 200' }];
    suiteIs(reporting(failures, 1));
    expect((await runSuite(root, 'micro', signal)).failures).toEqual(failures);
  });

  it('that cannot test is a failure, in its own words', async () => {
    suiteIs(`console.error('Starting …'); console.error('Port 1 is taken.'); process.exitCode = 2;`);
    await expect(runSuite(root, 'micro', signal)).rejects.toThrow(
      'The conformance suite cannot test micro: Port 1 is taken.',
    );
  });

  it('ends when it is interrupted', async () => {
    const controller = new AbortController();
    suiteIs(`setInterval(() => {}, 1_000);`);
    const running = runSuite(root, 'micro', controller.signal);
    controller.abort(new Error('It was interrupted.'));
    await expect(running).rejects.toThrow('It was interrupted.');
  });
});
