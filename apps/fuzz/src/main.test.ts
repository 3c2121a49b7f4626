import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

// The tests start processes, whole stacks among them.
import.meta.jest.setTimeout(60_000);

/** The command as it is shipped. */
function command(...parameters: string[]) {
  const child = spawn(process.execPath, [resolve('dist/apps/fuzz/main.js'), ...parameters], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(([code]: (number | null)[]) => ({ code, stdout, stderr }));
  return { child, ended };
}

test('a few requests are sent to real stacks, and what they were is told', async () => {
  const { stdout, stderr } = await command('--requests', '20', '--seed', '7').ended;
  expect(stderr).toMatch(/^Sending 20 requests to each stack, with --seed 7\n/);
  expect(stdout).toMatch(/20 requests to each stack \(seed 7\)/);
  expect(stdout + stderr).not.toContain('\x1b');
});

test.each([[['--requests', '0']], [['--seed', '-1']], [['--seed', '1.5']], [['--what']]])(
  'without a verdict it ends with 2: %j',
  async (parameters) => {
    const { code, stdout, stderr } = await command(...parameters).ended;
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
  },
);

test('interrupted, it stops what it has started and ends with 130', async () => {
  const { child, ended } = command('--requests', '1000000');
  await once(child.stderr, 'data');
  child.kill('SIGINT');
  const { code, stderr } = await ended;
  expect(stderr).toMatch(/Interrupted; everything that was started has been stopped\.\n$/);
  expect(code).toBe(130);
});

test('its help names the exit codes', async () => {
  const { code, stdout } = await command('--help').ended;
  expect(stdout).toMatch(/Exit codes: 0 .*1 .*2 .*130/);
  expect(code).toBe(0);
});
