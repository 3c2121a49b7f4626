import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { acme, historyOf, operation } from './check/history.fixture';
import { historyFile } from './record/file';

// The tests start processes, a whole stack among them.
import.meta.jest.setTimeout(60_000);

const directory = mkdtempSync(join(tmpdir(), 'jobly-history-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** The command as it is shipped. */
function command(...parameters: string[]) {
  const child = spawn(process.execPath, [resolve('dist/apps/history/main.js'), ...parameters], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(([code]: (number | null)[]) => ({ code, stdout, stderr }));
  return { child, ended };
}

/** The file of a history in which a company was created, and was found with this description, or not at all. */
async function aHistory(name: string, description?: string) {
  const path = join(directory, name);
  const created = operation('company/acme', 'create', 0, { value: 'one' });
  const { beginning, operations, final } = historyOf([created], description === undefined ? {} : acme(description));
  const file = historyFile(path);
  for (const entry of [beginning, ...operations, final]) file.append(entry);
  await file.close();
  return path;
}

test('a history that keeps the promises is judged again with 0', async () => {
  const { code, stdout } = await command('--recheck', await aHistory('kept', 'one')).ended;
  expect(stdout).toMatch(/^micro: 1 operations on 1 records, 0 refused, 0 unknown, 0 faults, 0 violations/);
  expect(code).toBe(0);
});

test('one that breaks them is judged with 1, and what is broken is told', async () => {
  const { code, stdout } = await command('--recheck', await aHistory('broken')).ended;
  expect(stdout).toMatch(/^✗ lost: company\/acme is absent in the end/);
  expect(stdout).toContain('1 violations');
  expect(code).toBe(1);
});

test('for programs, the result is JSON, and nothing else is on stdout', async () => {
  const file = await aHistory('for-programs');
  const { code, stdout, stderr } = await command('--json', '--recheck', file).ended;
  expect(JSON.parse(stdout)).toMatchObject({ verdicts: [{ file, operations: 1, violations: [{ kind: 'lost' }] }] });
  expect(stderr).toContain('1 violations');
  expect(code).toBe(1);
});

test.each([[['--recheck', '/none']], [['--stack', 'soa']], [['--minutes', '0']], [['--seed', 'x']], [['--what']]])(
  'without a verdict it ends with 2: %j',
  async (parameters) => {
    const { code, stdout, stderr } = await command(...parameters).ended;
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
  },
);

test('interrupted, it stops what it has started and ends with 130', async () => {
  const out = join(directory, 'interrupted');
  const { child, ended } = command('--minutes', '5', '--stack', 'monolith', '--out', out);
  await once(child.stdout, 'data');
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
