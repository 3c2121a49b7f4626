import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@jobly/contracts';
import { type Behaviour, fakeApps, ownDatabases } from './fake-apps.fixture';
import { noteProcesses } from './leftovers';
import type { StackOptions } from './options';
import { freePort } from './ports';
import { type Stack, startStack } from './stack';

// The tests start processes, which takes long on a busy machine.
import.meta.jest.setTimeout(60_000);

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function fakes(misbehaviour: Record<string, Behaviour> = {}) {
  const { apps, directory, remove } = fakeApps(misbehaviour);
  cleanups.push(remove);
  const start = async (more: Partial<StackOptions> = {}): Promise<Stack> => {
    const stack = await startStack({
      apps,
      directory,
      parts: ['monolith', 'micro'],
      ports: 'free',
      env: ownDatabases,
      ...more,
    });
    cleanups.push(stack.stop);
    return stack;
  };
  return { directory, start };
}

const runs = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const environmentAt = async (url: string) => (await (await fetch(url)).json()) as Record<string, string>;

test('starts every part of every topology and says where each is', async () => {
  const { start } = fakes();
  const stack = await start({ parts: ['monolith', 'micro', 'loopback'] });
  expect(stack.parts.map(({ name }) => name)).toEqual([
    'monolith',
    'gateway',
    'users',
    'companies',
    'jobs',
    'loopback',
  ]);
  for (const { url } of stack.parts) expect((await fetch(url)).status).toBe(200);
  expect(stack.micro?.url).toBe(stack.micro?.services.gateway.url);
  expect((await environmentAt(stack.micro?.services.jobs.url ?? ''))['USERS_URL']).toBe(
    stack.micro?.services.users.url,
  );
  expect((await environmentAt(stack.loopback?.url ?? ''))['PORT_CALLS']).toBe('loopback');
});

test('describes the running stack in stack.json, for its owner only, until it is stopped', async () => {
  const { start, directory } = fakes();
  const { monolith, stop } = await start({ parts: ['monolith'] });
  const file = join(directory, 'stack.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ monolith });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await stop();
  expect(existsSync(file)).toBe(false);
});

test.each<[StackOptions['parts'], string]>([
  [['monolith'], 'AUTH_MODE must be shared-secret, jwks or introspect, not "gateway".'],
  [
    ['micro', 'loopback'],
    'AUTH_MODE must be jwks, shared-secret, introspect, introspect-cached or gateway, not "none".',
  ],
])('refuses a mode that %p does not have before anything is started', async (parts, sentence) => {
  const { start, directory } = fakes();
  const AUTH_MODE = parts.length === 1 ? 'gateway' : 'none';
  await expect(start({ parts, env: { AUTH_MODE } })).rejects.toThrow(new StartError(sentence));
  expect(existsSync(directory)).toBe(false);
});

test.each<[StackOptions['parts'], string, string]>([
  [['monolith'], 'cached', 'DATA_SHARING must be call or join, not "cached".'],
  [['micro'], 'join', 'DATA_SHARING must be call, cached or replica, not "join".'],
])('refuses to let %p share data by %s before anything is started', async (parts, DATA_SHARING, sentence) => {
  const { start, directory } = fakes();
  await expect(start({ parts, env: { DATA_SHARING } })).rejects.toThrow(new StartError(sentence));
  expect(existsSync(directory)).toBe(false);
});

test('a mode that one of the architectures has leaves the other in its default', async () => {
  const { start } = fakes();
  const { monolith, micro } = await start({ env: { ...ownDatabases, AUTH_MODE: 'gateway' } });
  expect((await environmentAt(monolith?.url ?? ''))['AUTH_MODE']).toBe('shared-secret');
  expect((await environmentAt(micro?.services.jobs.url ?? ''))['AUTH_MODE']).toBe('gateway');
});

test('leaves no process behind when it is stopped, however often', async () => {
  const { start } = fakes();
  const { parts, stop } = await start();
  await Promise.all([stop(), stop()]);
  await stop();
  expect(parts.filter(({ pid }) => runs(pid))).toEqual([]);
});

test('each part leads a process group of its own, out of reach of a terminal’s Ctrl-C', async () => {
  const { start } = fakes();
  const { parts } = await start();
  expect(parts.filter(({ pid }) => runs(-pid))).toEqual(parts);
});

test('on free ports it does not look for neighbours where someone else’s may be', async () => {
  const { start } = fakes();
  process.env['USERS_URL'] = 'http://elsewhere';
  cleanups.push(() => {
    delete process.env['USERS_URL'];
  });
  const { services } = (await start({ parts: ['micro'] })).micro ?? {};
  expect(await environmentAt(services?.jobs.url ?? '')).toMatchObject({ USERS_URL: services?.users.url });
});

test('first ends what an earlier start has left behind', async () => {
  const { start, directory } = fakes();
  await (await start({ parts: ['monolith'] })).stop();
  const leftover = spawn('sleep', ['60']);
  noteProcesses(directory, [{ pid: leftover.pid ?? 0 }]);
  const ended = once(leftover, 'exit');
  await start({ parts: ['monolith'], stopDeadlineMs: 50 });
  expect(await ended).toEqual([null, 'SIGKILL']);
});

test('kills a part that does not stop by itself', async () => {
  const { start } = fakes({ gateway: 'ignores SIGTERM' });
  const { parts, stop } = await start({ stopDeadlineMs: 200 });
  await stop();
  expect(parts.filter(({ pid }) => runs(pid))).toEqual([]);
});

test('ends a stubborn part at once when it is killed', async () => {
  const { start } = fakes({ monolith: 'ignores SIGTERM' });
  const stack = await start({ stopDeadlineMs: 60_000 });
  const stopped = stack.stop();
  stack.kill();
  await stopped;
  expect(stack.parts.filter(({ pid }) => runs(pid))).toEqual([]);
});

test('a part that refuses to start is quoted, and the others are stopped', async () => {
  const { start, directory } = fakes({ 'users-service': 'refuses to start' });
  await expect(start()).rejects.toEqual(
    new StartError('The users service could not start: LOG_LEVEL must be a level.'),
  );
  expect(existsSync(join(directory, 'stack.lock'))).toBe(false);
  expect(existsSync(join(directory, 'processes.json'))).toBe(false);
});

test('a part that never gets ready is given up', async () => {
  // Alone, so that no other part can be the late one, however slow the machine is.
  const { start } = fakes({ monolith: 'never ready' });
  await expect(start({ parts: ['monolith'], startDeadlineMs: 20 })).rejects.toThrow(
    /^The monolith was not ready after 0.02 s; its log is /,
  );
});

test('tells of a part that dies later', async () => {
  const { start } = fakes();
  const { micro, failed } = await start();
  process.kill(micro?.services.companies.pid ?? 0, 'SIGKILL');
  expect(await failed).toMatchObject({ name: 'companies', code: null, signal: 'SIGKILL' });
});

test('a part can be started once more, with what the first was given and more, and ends with the stack', async () => {
  const { start } = fakes();
  const { micro, replicate, stop, failed } = await start();
  const one = await replicate('gateway', { LOG_LEVEL: 'warn' });
  const other = await replicate('gateway');
  expect(await Promise.all([one.ready, other.ready])).toEqual([one.url, other.url]);
  expect(new Set([micro?.url, one.url, other.url]).size).toBe(3);
  const expected = { USERS_URL: micro?.services.users.url, LOG_LEVEL: 'warn' };
  expect(await environmentAt(one.url)).toMatchObject(expected);

  one.kill('SIGKILL');
  expect(await one.exited).toMatchObject({ name: 'gateway', signal: 'SIGKILL' });
  expect(await Promise.race([failed, Promise.resolve('the stack goes on')])).toBe('the stack goes on');
  await stop();
  expect(runs(other.pid)).toBe(false);
});

test('a part can be started once more where its variables say', async () => {
  const { start } = fakes();
  const { replicate } = await start({ parts: ['micro'] });
  const port = String(await freePort('localhost'));
  const replica = await replicate('jobs', { HOST: 'localhost', JOBS_PORT: port, USERS_URL: 'http://users.test' });
  await replica.ready;
  expect(replica.url).toBe(`http://localhost:${port}`);
  expect(await environmentAt(replica.url)).toMatchObject({ HOST: 'localhost', USERS_URL: 'http://users.test' });
  await expect(replicate('jobs', { HOST: 'no host' })).rejects.toThrow('not "no host"');
});

test('a part that is not there cannot be started once more', async () => {
  const { start } = fakes();
  const { replicate } = await start({ parts: ['monolith'] });
  await expect(replicate('gateway')).rejects.toThrow('There is no microservices gateway to be replicated.');
});

test('a start can be given up', async () => {
  const { start, directory } = fakes({ 'jobs-service': 'never ready' });
  const starting = new AbortController();
  const onEvent = () => starting.abort(new Error('given up'));
  await expect(start({ signal: starting.signal, onEvent })).rejects.toThrow('given up');
  expect(existsSync(join(directory, 'stack.lock'))).toBe(false);
});

test('a second start on the directory is refused and harms the first in nothing', async () => {
  const { start, directory } = fakes();
  const { monolith } = await start();
  await expect(start()).rejects.toThrow(
    `Jobly is already running on ${directory} (pid ${process.pid}); stop it, or choose another directory with --data DIR.`,
  );
  await expect(start({ reset: true })).rejects.toThrow('already running');
  expect((await fetch(monolith?.url ?? '')).status).toBe(200);
  expect(existsSync(join(directory, 'stack.json'))).toBe(true);
});

test('a taken port is named with its variable', async () => {
  const { start } = fakes();
  const { monolith } = await start({ parts: ['monolith'] });
  const port = new URL(monolith?.url ?? '').port;
  const another = fakes();
  await expect(
    another.start({ parts: ['monolith'], ports: 'fixed', env: { ...ownDatabases, MONOLITH_PORT: port } }),
  ).rejects.toThrow(`Port ${port} (MONOLITH_PORT) is taken`);
});

test('apps that are not built are asked for', async () => {
  const { start } = fakes();
  await expect(start({ apps: '/nowhere' })).rejects.toThrow(/run "npm run build" first/);
});

test('keeps the log of a part, and that of the run before', async () => {
  const { start, directory } = fakes();
  await (await start({ parts: ['monolith'] })).stop();
  await start({ parts: ['monolith'] });
  expect(existsSync(join(directory, 'logs', 'monolith.log'))).toBe(true);
  expect(existsSync(join(directory, 'logs', 'monolith.log.1'))).toBe(true);
});

test('a reset starts over with new secrets', async () => {
  const { start, directory } = fakes();
  await (await start({ parts: ['monolith'] })).stop();
  const secret = () => readFileSync(join(directory, 'secrets', 'jwt-secret'), 'utf8');
  const before = secret();
  await (await start({ parts: ['monolith'] })).stop();
  expect(secret()).toBe(before);
  await start({ parts: ['monolith'], reset: true });
  expect(secret()).not.toBe(before);
  expect(existsSync(join(directory, 'stack.lock'))).toBe(true);
});
