import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from '../until.fixture';
import { killFamily, signal } from './processes';

const started: ChildProcess[] = [];
afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')));

/** A shell that waits for a child of its own, and the child's number. */
async function aFamily() {
  const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; wait; sleep 600'], { stdio: ['ignore', 'pipe', 'ignore'] });
  started.push(parent);
  const [output] = (await once(parent.stdout, 'data')) as [Buffer];
  return { parent, child: Number(output.toString()) };
}

test('a family is killed as a whole', async () => {
  const { parent, child } = await aFamily();
  const ended = once(parent, 'exit');
  expect(await killFamily(parent.pid!)).toBe(true);
  expect(await ended).toEqual([null, 'SIGKILL']);
  // A child without a parent is reaped by somebody else, some moments later.
  await until(() => !signal(child, 'SIGCONT'));
});

test('whom there is not cannot be killed', async () => {
  const { parent } = await aFamily();
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  expect(signal(parent.pid!, 'SIGKILL')).toBe(false);
  expect(await killFamily(parent.pid!)).toBe(false);
});
