import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';

const directory = mkdtempSync(join(tmpdir(), 'run-service-'));
const program = join(directory, 'program.cjs');
const children: ChildProcess[] = [];

beforeAll(async () => {
  const entry = join(import.meta.dirname, 'run-service.fixture.ts');
  await build({ entryPoints: [entry], outfile: program, bundle: true, platform: 'node', format: 'cjs' });
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(directory, { recursive: true }));

function start(FAULT?: string, drainMs = 0) {
  const env = { FAULT, DRAIN_MS: String(drainMs), NODE_COMPILE_CACHE: directory };
  const child = fork(program, { env, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  children.push(child);
  return {
    child,
    stderr: text(child.stderr!),
    exit: once(child, 'exit') as Promise<[code: number | null, signal: string | null]>,
    message: async () => ((await once(child, 'message')) as [unknown])[0],
  };
}

/** Started and listening. */
async function running(fault?: string, drainMs?: number) {
  const started = start(fault, drainMs);
  const { ready } = (await started.message()) as { ready: { url: string } };
  return { ...started, url: ready.url };
}

/** Starting a process takes time on a busy machine. */
import.meta.jest.setTimeout(20_000);

describe('a process', () => {
  it('tells its parent where it listens once it is ready', async () => {
    const { url } = await running();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  it('ends with success if it has nothing to serve', async () => {
    const { exit, stderr } = start('nothing to serve');
    expect(await exit).toEqual([0, null]);
    expect(await stderr).toBe('');
  });

  it('tells its parent whether it has seeded the database, if that is all that it does', async () => {
    const { exit, message } = start('only seeds');
    expect(await message()).toEqual({ done: { seeded: true } });
    expect(await exit).toEqual([0, null]);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('loses no request by %s', async (signal) => {
    const { child, url, exit, message } = await running(undefined, 1_000);
    const answer = fetch(`${url}/slow`);
    expect(await message()).toBe('under way');
    child.kill(signal);
    while ((await fetch(`${url}/health/ready`)).status === 200);
    const notReady = await fetch(`${url}/health/live`);
    expect([notReady.status, notReady.headers.get('connection')]).toEqual([200, 'close']);
    child.send('release');
    expect(await (await answer).json()).toEqual({ done: true });
    expect(await message()).toBe('closed');
    expect(await exit).toEqual([0, null]);
  });

  it('stops when its parent is gone', async () => {
    const { child, exit } = await running();
    child.disconnect();
    expect(await exit).toEqual([0, null]);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends at once by %s during its start', async (signal) => {
    const { child, exit, message } = start('starts for ever');
    expect(await message()).toBe('starting');
    child.kill(signal);
    expect(await exit).toEqual([0, null]);
  });

  it('misses no signal that comes just when it becomes ready', async () => {
    const { exit } = await running('stopped when ready');
    expect(await exit).toEqual([0, null]);
  });

  it('does not outlive a parent that went away during the start', async () => {
    const { child, exit } = start();
    child.disconnect();
    const [code] = await exit;
    expect(code).not.toBeNull();
  });

  it('takes the second signal calmly', async () => {
    const { child, exit } = await running();
    child.kill('SIGTERM');
    child.kill('SIGINT');
    expect(await exit).toEqual([0, null]);
  });

  it('says in one sentence why it cannot start', async () => {
    const { stderr, exit, message } = start('taken port');
    expect(await message()).toEqual({
      failed: { reason: expect.stringMatching(/^Port \d+ on 127\.0\.0\.1 is taken;.*\.$/), expected: true },
    });
    expect(await exit).toEqual([1, null]);
    expect(await stderr).toMatch(/^Port \d+ on 127\.0\.0\.1 is taken; set JOBS_PORT to another one\.\n$/);
  });

  it('shows a bug as what it is', async () => {
    const { stderr, exit, message } = start('bug');
    expect(await message()).toEqual({
      failed: { reason: 'TypeError: a bug in the composition', expected: false },
    });
    expect(await exit).toEqual([1, null]);
    expect(await stderr).toMatch(/TypeError: a bug in the composition\n\s+at /);
  });

  it('does not pass a stop that failed for a good one', async () => {
    const { child, exit } = await running('cannot close');
    child.kill('SIGTERM');
    expect(await exit).toEqual([1, null]);
  });
});
