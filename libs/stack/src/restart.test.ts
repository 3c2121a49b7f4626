import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './clock';
import type { Description } from './description';
import { type Behaviour, fakeApps, ownDatabases } from './fake-apps.fixture';
import { leftoversIn } from './leftovers';
import type { StackEvent, StackOptions } from './options';
import { startStack } from './stack';

// The tests start processes, which takes long on a busy machine.
import.meta.jest.setTimeout(60_000);

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A clock that stands still; waiting is over at once. */
function impatientClock(): Clock & { waited: number[] } {
  const waited: number[] = [];
  return { waited, now: () => 0, wait: async (ms) => void waited.push(ms) };
}

/** A clock on which no wait ever ends by itself. */
const patientClock: Clock = {
  now: () => 0,
  wait: (_ms, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
};

/** A stack of stand-ins with restarts, and what happens to it. */
async function aStack({
  misbehaviour = {},
  ...options
}: Partial<StackOptions> & { misbehaviour?: Record<string, Behaviour> }) {
  const { apps, directory, remove } = fakeApps(misbehaviour);
  const events: StackEvent[] = [];
  const listeners = new Set<() => void>();
  const onEvent = (event: StackEvent) => {
    events.push(event);
    for (const listener of listeners) listener();
  };
  const parts: StackOptions['parts'] = ['monolith', 'micro'];
  const env = ownDatabases;
  const stack = await startStack({ apps, directory, parts, ports: 'free', env, restart: true, onEvent, ...options });
  cleanups.push(remove, stack.stop);
  return {
    stack,
    directory,
    /** Resolves when there have been so many events of this type. */
    happened: <Type extends StackEvent['type']>(type: Type, times = 1) =>
      new Promise<Extract<StackEvent, { type: Type }>[]>((resolve) => {
        const look = () => {
          const found = events.filter((event): event is Extract<StackEvent, { type: Type }> => event.type === type);
          if (found.length >= times) resolve(found);
        };
        listeners.add(look);
        look();
      }),
    described: () => JSON.parse(readFileSync(join(directory, 'stack.json'), 'utf8')) as Description<number | null>,
  };
}

const answerOf = async (url: string) => (await (await fetch(url)).json()) as Record<string, string>;

test('a part that is killed runs again as before, at the same URL, and no other process changes', async () => {
  const { stack, happened, described } = await aStack({ clock: impatientClock() });
  const { monolith, micro } = stack;
  const { jobs, ...others } = micro!.services;
  const before = await answerOf(jobs.url);
  process.kill(jobs.pid, 'SIGKILL');
  const [restarted] = await happened('part-restarted');
  expect(restarted).toMatchObject({ name: 'jobs', pid: expect.any(Number) });
  expect(restarted!.pid).not.toBe(jobs.pid);
  expect(await answerOf(jobs.url)).toEqual(before);
  expect(described()).toMatchObject({
    monolith,
    micro: { services: { ...others, jobs: { url: jobs.url, pid: restarted!.pid } } },
  });
});

test('the end is told with its reason and the restart to come', async () => {
  const { stack, happened } = await aStack({ parts: ['monolith'], clock: impatientClock() });
  process.kill(stack.monolith!.pid, 'SIGKILL');
  const [failed] = await happened('part-failed');
  expect(failed).toMatchObject({
    name: 'monolith',
    pid: stack.monolith!.pid,
    signal: 'SIGKILL',
    restart: { delayMs: 1_000, attempt: 1, limit: 5 },
  });
});

test('a part that keeps ending stays down after its last restart, and the others go on', async () => {
  const clock = impatientClock();
  const { stack, happened, described } = await aStack({ misbehaviour: { 'jobs-service': 'starts only once' }, clock });
  const { monolith, micro } = stack;
  process.kill(micro!.services.jobs.pid, 'SIGTERM');
  const [abandoned] = await happened('part-abandoned');
  expect(abandoned).toMatchObject({ name: 'jobs', code: 7 });
  expect(clock.waited).toEqual([1_000, 2_000, 4_000, 8_000, 15_000]);
  expect(described().micro?.services.jobs).toEqual({ ...micro!.services.jobs, pid: null });
  for (const { url } of [monolith!, micro!.services.users]) expect((await fetch(url)).status).toBe(200);
  const goesOn = Promise.resolve('the stack goes on');
  expect(await Promise.race([stack.failed, goesOn])).toBe('the stack goes on');
});

test('the stack has failed once every part stays down', async () => {
  const misbehaviour: Record<string, Behaviour> = { monolith: 'starts only once' };
  const { stack } = await aStack({ misbehaviour, parts: ['monolith'], clock: impatientClock() });
  process.kill(stack.monolith!.pid, 'SIGKILL');
  expect(await stack.failed).toMatchObject({ name: 'monolith', code: 7 });
});

test('the log of a part that is restarted goes on, and its last words are those of its latest run', async () => {
  const misbehaviour: Record<string, Behaviour> = { monolith: 'starts only once' };
  const { stack, directory, happened } = await aStack({ misbehaviour, parts: ['monolith'], clock: impatientClock() });
  const log = join(directory, 'logs/monolith.log');
  await fetch(`${stack.monolith!.url}/say`);
  process.kill(stack.monolith!.pid, 'SIGKILL');
  const [abandoned] = await happened('part-abandoned');
  expect(readFileSync(log, 'utf8')).toContain('Something was said.');
  expect(existsSync(`${log}.1`)).toBe(false);
  expect(abandoned!.reason).toBeUndefined();
});

test('stopping waits for no restart, and leaves nothing behind', async () => {
  const { stack, directory, happened } = await aStack({ clock: patientClock });
  process.kill(stack.monolith!.pid, 'SIGKILL');
  await happened('part-failed');
  await stack.stop();
  expect(leftoversIn(directory)).toEqual([]);
  expect(existsSync(join(directory, 'stack.json'))).toBe(false);
});

test('a restarted part ends with the stack, and is known to the next start if that one is killed', async () => {
  const { stack, directory, happened } = await aStack({ parts: ['monolith'], clock: impatientClock() });
  process.kill(stack.monolith!.pid, 'SIGKILL');
  const [restarted] = await happened('part-restarted');
  expect(leftoversIn(directory).map(({ pid }) => pid)).toEqual([restarted!.pid]);
  await stack.stop();
  expect(() => process.kill(restarted!.pid, 0)).toThrow('ESRCH');
});
