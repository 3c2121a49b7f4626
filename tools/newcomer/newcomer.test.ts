import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Outcome {
  name: string;
  outcome: string;
  steps: { typed: string; failure?: string }[];
}

const repository = mkdtempSync(join(tmpdir(), 'jobly-repository-'));
beforeAll(() => {
  writeFileSync(join(repository, 'package.json'), '{}');
  const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
  for (const command of [
    ['init', '--quiet'],
    ['add', '.'],
    [...identity, 'commit', '--quiet', '--message=All'],
  ]) {
    execFileSync('git', command, { cwd: repository });
  }
});
afterAll(() => rmSync(repository, { recursive: true }));

const newcomer = (...args: string[]) => {
  const fixture = join(import.meta.dirname, 'trials.fixture.mjs');
  const command = [join(import.meta.dirname, 'main.mjs'), '--from', repository, '--trials', fixture, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status, stdout, stderr };
};

// The tests start processes, which takes long on a busy machine.
import.meta.jest.setTimeout(120_000);

test('what does not hold is found, and with it the reason', () => {
  const { status, stdout } = newcomer('--json');
  const outcomes = JSON.parse(stdout) as Outcome[];
  const said = outcomes.map(({ name, outcome, steps }) => [name, outcome, steps.at(-1)?.failure?.split('\n')[0]]);
  expect(said).toEqual([
    ['works', 'held', undefined],
    ['does-not-install', 'failed', 'It ended with 3:'],
    ['does-not-start', 'failed', 'It ended with 4 before it was ready:'],
    ['answers-something-else', 'failed', expect.stringMatching(/^http:.*\/companies\?limit=1 answered 200\.$/)],
    ['does-not-say-it', 'failed', 'It should have said /cheese/, but said:'],
    ['leaves-something', 'failed', 'It left behind:'],
    ['another-command-fails', 'failed', 'It ended with 1:'],
    ['refuses', 'held', undefined],
    ['does-not-refuse', 'failed', 'It should have been refused, but ended well:'],
    ['refuses-with-a-stack-trace', 'failed', 'It showed a stack trace:'],
    ['cannot-be-tried', 'skipped', undefined],
  ]);
  expect(status).toBe(1);
});

test('trials can be chosen, and what went well ends with exit code 0', () => {
  const { status, stdout } = newcomer('--only', 'refuses,cannot-be-tried');
  expect(stdout).toMatch(/✓ echo "Not here\."; exit 1 [\d.]+ s\n/);
  expect(stdout).toContain('1 held, 0 failed, 1 skipped');
  expect(status).toBe(0);
});

test('a trial that there is not is refused', () => {
  const { status, stderr } = newcomer('--only', 'vacuum');
  expect([status, stderr]).toEqual([2, 'There is no trial "vacuum"; --list says which there are.\n']);
});
