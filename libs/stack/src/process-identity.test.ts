import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { identify, stillRuns } from './process-identity';

test('a process is itself, and not another with its number', () => {
  const self = identify(process.pid);
  expect(stillRuns(self)).toBe(true);
  expect(stillRuns({ ...self, began: 'at another time' })).toBe(false);
});

test('a process of which only the number is known counts as running', () => {
  expect(stillRuns({ pid: process.pid, began: '' })).toBe(true);
});

test('one that has ended does not run, even while nobody has asked for its exit code', async () => {
  // The shell starts a child and becomes a program that never waits for it.
  const parent = spawn('sh', ['-c', 'sleep 0.01 & echo $!; exec sleep 60']);
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const child = identify(Number(line));
  while (stillRuns(child)) await new Promise(setImmediate);
  expect(process.kill(child.pid, 0)).toBe(true);
  parent.kill();
});
