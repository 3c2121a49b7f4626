import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { oneAtATime } from './one-at-a-time';

let children: ChildProcess[] = [];

beforeEach(() => {
  children = ['a', 'b'].map(() => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']));
});

afterEach(async () => {
  const ended = children.map((child) => once(child, 'exit'));
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(ended);
});

/** The third field of a process's status: T while it is stopped. */
const isStopped = ({ pid }: ChildProcess) => /\) T /.test(readFileSync(`/proc/${pid!}/stat`, 'utf8'));

/** A signal takes a moment to arrive. */
async function become(...expected: boolean[]): Promise<void> {
  while (children.some((child, index) => isStopped(child) !== expected[index])) await new Promise(setImmediate);
}

(process.platform === 'linux' ? describe : describe.skip)('one mode at a time', () => {
  it('runs, and all of them again in the end', async () => {
    const modes = children.map(({ pid }, index) => ({
      name: `mode ${index}`,
      target: { origin: '', processes: { pids: { gateway: pid! } } },
    }));
    const turns = oneAtATime(modes);
    turns.only('mode 0');
    await become(false, true);
    turns.only('mode 1');
    await become(true, false);
    turns.all();
    await become(false, false);
  });
});
