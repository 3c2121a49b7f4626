import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endLeftovers, leftoversIn, noteProcesses } from './leftovers';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'jobly-leftovers-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function sleeper() {
  const child = spawn('sleep', ['60']);
  return { pid: child.pid ?? 0, child, ended: once(child, 'exit') };
}

test('a process that does not end by itself is killed', async () => {
  const { pid, ended } = sleeper();
  noteProcesses(directory, [{ pid }]);
  await endLeftovers(leftoversIn(directory), 50);
  expect(await ended).toEqual([null, 'SIGKILL']);
});

test('a process that is about to end is waited for', async () => {
  const { pid, child, ended } = sleeper();
  noteProcesses(directory, [{ pid }]);
  const done = endLeftovers(leftoversIn(directory), 10_000);
  child.kill('SIGTERM');
  await done;
  expect(await ended).toEqual([null, 'SIGTERM']);
});

test('a process that was frozen goes on, and so sees that it has to end', async () => {
  const child = spawn('sh', ['-c', 'kill -STOP $$; exit 7']);
  const ended = once(child, 'exit');
  while (!readFileSync(`/proc/${child.pid}/stat`, 'utf8').includes(') T ')) await new Promise(setImmediate);
  noteProcesses(directory, [{ pid: child.pid! }]);
  await endLeftovers(leftoversIn(directory), 50_000);
  expect(await ended).toEqual([7, null]);
});

test('nothing noted is nothing to end', async () => {
  expect(leftoversIn(directory)).toEqual([]);
  const { child, ended } = sleeper();
  await endLeftovers(leftoversIn(directory), 0);
  child.kill('SIGTERM');
  expect(await ended).toEqual([null, 'SIGTERM']);
});
