import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { identify, stillRuns } from './process-identity';

const parents: number[] = [];
afterEach(() => {
  // The whole group: no test must leave the children of an orphan's parent behind, even if it fails.
  for (const pid of parents.splice(0)) process.kill(-pid, 'SIGKILL');
});

test('a process is itself, and not another with its number', () => {
  const self = identify(process.pid);
  expect(stillRuns(self)).toBe(true);
  expect(stillRuns({ ...self, began: 'at another time' })).toBe(false);
});

test('a process of which only the number is known counts as running', () => {
  expect(stillRuns({ pid: process.pid, began: '' })).toBe(true);
});

test('one that has ended does not run, even while nobody has asked for its exit code', async () => {
  const { pid } = await orphanOf('sleep 0.01 & echo $!;');
  const child = identify(pid);
  while (stillRuns(child)) await new Promise(setImmediate);
  expect(process.kill(pid, 0)).toBe(true);
});

test('one that is killed has let go of its port when it does not run any more', async () => {
  const program = `require('net').createServer().listen(0, '127.0.0.1', function () {
    process.stdout.write(process.pid + ' ' + this.address().port);
  })`;
  const { pid, port } = await orphanOf('"$1" -e "$2" &', process.execPath, program);
  const child = identify(pid);
  expect(stillRuns(child)).toBe(true);
  process.kill(pid, 'SIGKILL');
  while (stillRuns(child)) await new Promise(setImmediate);
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  expect(server.address()).toMatchObject({ port });
  server.close();
});

/** Starts a process whose parent will never wait for it: a shell that has become another program. */
async function orphanOf(command: string, ...args: string[]) {
  const parent = spawn('sh', ['-c', `${command} exec sleep 60`, 'sh', ...args], { detached: true });
  parents.push(parent.pid!);
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const [pid, port] = String(line).split(' ').map(Number);
  return { pid: pid ?? 0, port };
}
