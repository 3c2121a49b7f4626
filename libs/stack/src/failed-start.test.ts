import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeApps, ownDatabases } from './fake-apps.fixture';
import { startStack } from './stack';

// The tests start processes, which takes long on a busy machine.
import.meta.jest.setTimeout(60_000);

const { apps, directory, remove } = fakeApps();
const env = { ...ownDatabases, NODE_OPTIONS: '--max-old-space-size=24' };
afterAll(remove);

/** The message about a part with this program. */
async function failureOf(program: string): Promise<string> {
  writeFileSync(join(apps, 'monolith/main.js'), program);
  const start = startStack({ apps, directory, parts: ['monolith'], ports: 'free', env });
  return start.then(
    () => 'it started',
    (error: unknown) => (error as Error).message,
  );
}

const log = join(directory, 'logs/monolith.log');

test.each([
  ['a throw before anything listens', `throw new RangeError('too far');`, 'RangeError: too far.'],
  ['a rejection that nobody catches', `await Promise.reject(new Error('no luck'));`, 'Error: no luck.'],
  [
    'a package that is missing',
    `import 'no-such-package';`,
    /^Error \[ERR_MODULE_NOT_FOUND\]: Cannot find package 'no-such-package' .*\.$/,
  ],
  [
    'a file that is missing',
    `import './no-such-file.js';`,
    /^Error \[ERR_MODULE_NOT_FOUND\]: Cannot find module .*no-such-file/,
  ],
  ['a program that cannot be read', `const x = ;`, "SyntaxError: Unexpected token ';'."],
  ['a signal', `process.kill(process.pid, 'SIGTERM');`, 'it was ended by SIGTERM.'],
  [
    'a kill',
    `process.kill(process.pid, 'SIGKILL');`,
    /^it was ended by SIGKILL, as the system does where memory runs short\.$/,
  ],
  ['an exit without a word', `process.exit(7);`, 'it ended with exit code 7 and did not say why.'],
  [
    'a shortage of memory',
    `const kept = []; for (;;) kept.push(new Array(1_000_000).fill(0.5));`,
    /^FATAL ERROR: .*JavaScript heap out of memory\.?$/,
  ],
  [
    'an error of many lines',
    `const error = new Error('violates a constraint'); Object.assign(error, { detail: undefined, constraint: undefined }); console.error(error); process.exit(1);`,
    'Error: violates a constraint.',
  ],
  [
    'an error between warnings',
    `process.emitWarning('old'); await new Promise(setImmediate); console.log('{"level":30}'); console.error('It will not do.'); process.exit(1);`,
    'It will not do.',
  ],
])('a part that ends during its start by %s says why, and where its log is', async (_how, program, reason) => {
  const message = await failureOf(program);
  const [, said = message] = /^The monolith could not start: (.*) Its log is .*monolith\.log\.$/.exec(message) ?? [];
  if (typeof reason === 'string') expect(said).toBe(reason);
  else expect(said).toMatch(reason);
});

test('what a part is told to say is all there is to say, whatever stands in its log', async () => {
  const failed = { reason: 'JOBS_POOL must be a whole number.', expected: true };
  const program = `console.error(new Error('something else')); process.send(${JSON.stringify({ failed })}, () => process.exit(1));`;
  expect(await failureOf(program)).toBe('The monolith could not start: JOBS_POOL must be a whole number.');
  expect(readFileSync(log, 'utf8')).toContain('Error: something else');
});
