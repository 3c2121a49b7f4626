import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((cleanUp) => cleanUp()));

/** `npm test` where these lines of shell stand for the checks. */
function testWith(checks: Record<string, string>) {
  const cwd = mkdtempSync(join(tmpdir(), 'jobly-checks-'));
  // npm appends the arguments of a check to its line; here they become a comment.
  const scripts = Object.entries({ generate: '', ...checks }).map(([name, line]) => [name, `${line} #`]);
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ scripts: Object.fromEntries(scripts) }));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'test.mjs')], { cwd });
  cleanups.push(
    () => child.kill(),
    () => rmSync(cwd, { recursive: true }),
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      child.emit('said');
    });
  }
  const says = async (words: string) => {
    while (!output.includes(words)) await once(child, 'said');
  };
  const ended = once(child, 'close').then(([code, signal]: (number | string | null)[]) => ({ code, signal, output }));
  return { child, says, ended };
}

test('every check is run and shown whole, in its turn, whichever fails', async () => {
  // The conformance suite, in the background, is done long before the types, and says something on both streams.
  const { code, output } = await testWith({
    typecheck: 'until test -e conformance.done; do sleep 0.02; done; echo types said this',
    lint: 'echo lint said this; exit 1',
    unused: 'echo unused said this',
    conformance: 'echo conformance said this; echo and that >&2; touch conformance.done',
    unit: 'echo unit said this',
  }).ended;
  const lines = output.split('\n').filter((line) => line !== '' && !line.startsWith('──'));
  expect(lines.map((line) => line.replace(/ +\d+\.\d( s| minutes)$/, '$1'))).toEqual([
    'types said this',
    'lint said this',
    'unused said this',
    'conformance said this',
    'and that',
    'unit said this',
    '✓ types s',
    '✗ lint s',
    '✓ unused code s',
    '✓ conformance s',
    '✓ unit tests s',
    '4 passed, 1 failed, after minutes',
  ]);
  expect(code).toBe(1);
});

test('Ctrl-C ends the check that is shown and the one in the background, and what they have started', async () => {
  // In short sleeps: a shell that is interrupted just before a long one handles its trap only after that.
  const forEver = 'while :; do sleep 0.02; done';
  const onInterrupt = (name: string) => `trap 'echo ${name} interrupted; exit' INT`;
  const { child, says, ended } = testWith({
    typecheck: `${onInterrupt('types')}; until test -e begun; do sleep 0.02; done; echo both run; ${forEver}`,
    lint: 'echo lint said this',
    conformance: `${onInterrupt('conformance')}; touch begun; ${forEver}`,
  });
  await says('both run');
  child.kill('SIGINT');
  const { signal, output } = await ended;
  expect(signal).toBe('SIGINT');
  expect(output).toContain('types interrupted');
  expect(output).not.toContain('lint said this');
});
