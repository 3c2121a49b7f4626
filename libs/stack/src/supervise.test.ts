import type { Clock } from './clock';
import type { StackEvent } from './options';
import type { PartExit } from './part-exit';
import { type Life, supervise } from './supervise';

const exit: PartExit = { name: 'jobs', pid: 1, code: 1, signal: null, logFile: 'jobs.log' };

/** A run that a test makes ready and ends. */
function aLife(pid: number) {
  const ready = Promise.withResolvers<unknown>();
  const exited = Promise.withResolvers<PartExit>();
  const end = () => exited.resolve({ ...exit, pid });
  const life: Life = { pid, ready: ready.promise, exited: exited.promise, kill: end, tell: () => {} };
  return { life, end, becomeReady: () => ready.resolve(undefined), giveUp: () => ready.reject(new Error('too late')) };
}

/** A supervised part whose restarts begin these runs, or fail, one after another. */
function supervised(runs: (Life | Error)[]) {
  const first = aLife(1);
  const clock = { ms: 0, waited: [] as number[] };
  const events: StackEvent[] = [];
  const pids: (number | null)[] = [];
  const signal = new AbortController();
  const end = supervise(
    {
      name: 'jobs',
      logFile: 'jobs.log',
      first: first.life,
      async restart() {
        const run = runs.shift() ?? new Error('No more');
        if (run instanceof Error) throw run;
        return run;
      },
    },
    {
      clock: { now: () => clock.ms, wait: async (ms) => void clock.waited.push(ms) } satisfies Clock,
      signal: signal.signal,
      onEvent: (event) => void events.push(event),
      onChange: (pid) => void pids.push(pid),
    },
  );
  return { first, clock, events, pids, end, abort: () => signal.abort() };
}

/** Lets everything happen that waits for nothing. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a part that was ready for half a minute is restarted as if it had never ended', async () => {
  const second = aLife(2);
  const { first, clock, end } = supervised([second.life]);
  first.end();
  await settled();
  second.becomeReady();
  await settled();
  clock.ms = 30_000;
  second.end();
  await end;
  expect(clock.waited).toEqual([1_000, 1_000, 2_000, 4_000, 8_000, 15_000]);
});

test('a run that never was ready was ready for no time, however long it took', async () => {
  const second = aLife(2);
  const { first, clock, end } = supervised([second.life]);
  first.end();
  await settled();
  clock.ms = 30_000;
  second.end();
  second.giveUp();
  await end;
  expect(clock.waited).toEqual([1_000, 2_000, 4_000, 8_000, 15_000]);
});

test('a run that hangs instead of getting ready is ended, and the next one begun', async () => {
  const [second, third] = [aLife(2), aLife(3)];
  const { first, events, pids } = supervised([second.life, third.life]);
  first.end();
  await settled();
  second.giveUp();
  await settled();
  third.becomeReady();
  await settled();
  expect(events.at(-1)).toEqual({ type: 'part-restarted', name: 'jobs', pid: 3 });
  expect(pids).toEqual([null, null, 3]);
});

test('a run that cannot be begun counts, and its reason is told', async () => {
  const { first, end } = supervised([]);
  first.end();
  expect(await end).toMatchObject({ pid: 0, reason: 'No more', logFile: 'jobs.log' });
});

test('nothing is restarted or told once the stack is being stopped', async () => {
  const { first, events, end, abort } = supervised([aLife(2).life]);
  abort();
  first.end();
  expect(await end).toBeUndefined();
  expect(events).toEqual([]);
});

test('a restart that gets ready after that is not told either', async () => {
  const second = aLife(2);
  const { first, events, end, abort } = supervised([second.life]);
  first.end();
  await settled();
  abort();
  second.becomeReady();
  await settled();
  second.end();
  expect(await end).toBeUndefined();
  expect(events.map(({ type }) => type)).toEqual(['part-failed']);
});
