import type { PartExit, Stack, StackEvent, StackOptions } from '@jobly/stack';
import type { LauncherOptions } from './options';
import { run } from './run';

const exit: PartExit = { name: 'jobs', pid: 7, code: 3, signal: null, reason: 'Out of cheese', logFile: 'jobs.log' };
const options: LauncherOptions = { data: '.jobly', restart: true, console: false };

/** Runs the launcher over a stack that exists only in its events, and collects what it says. */
function launch(given: Partial<LauncherOptions> = {}) {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const failed = Promise.withResolvers<PartExit>();
  const started = Promise.withResolvers<StackOptions>();
  const stack = { parts: [], seededPasswords: {}, failed: failed.promise, stop: async () => {}, kill: () => {} };
  const start = async (stackOptions: StackOptions): Promise<Stack> => {
    started.resolve(stackOptions);
    return { ...stack, replicate: () => Promise.reject(new Error('not here')) };
  };
  const code = run({ ...options, ...given }, { say, tick: say, complain: say, answer: say }, start);
  return {
    said,
    code,
    options: started.promise,
    happens: async (event: StackEvent) => (await started.promise).onEvent?.(event),
    fail: failed.resolve,
  };
}

test('a part that stays down is named when it happens and at the end, which is a failure', async () => {
  const { said, code, happens } = launch();
  await happens({ type: 'part-abandoned', ...exit });
  expect(said.join('\n')).toContain(
    'The jobs service (pid 7) has ended though nobody stopped it: Out of cheese. Its log is jobs.log. ' +
      'It has been restarted too often and stays down. The others go on;',
  );
  expect(said.join('\n')).not.toContain('Stopping');
  process.emit('SIGTERM');
  expect(await code).toBe(1);
  expect(said.slice(-2)).toEqual(['Everything is stopped.', 'The jobs service had stayed down.']);
});

test('a part that was restarted is no failure', async () => {
  const { said, code, happens } = launch();
  await happens({ type: 'part-failed', ...exit, restart: { delayMs: 8_000, attempt: 4, limit: 5 } });
  await happens({ type: 'part-restarted', name: 'jobs', pid: 8 });
  expect(said.join('\n')).toContain(
    'It is restarted in 8 s (attempt 4 of 5).\nThe jobs service is ready again (pid 8).',
  );
  process.emit('SIGTERM');
  expect(await code).toBe(0);
});

test('when every part stays down, it ends by itself', async () => {
  const { said, code, happens, fail } = launch();
  await happens({ type: 'part-abandoned', ...exit });
  await happens({ type: 'part-abandoned', ...exit, name: 'monolith' });
  fail(exit);
  expect(await code).toBe(1);
  expect(said).toContain('No part is left. Stopping …');
  expect(said.at(-1)).toBe('The jobs service and the monolith had stayed down.');
});

test('PostgreSQL that cannot be started again is said so', async () => {
  const { said, code, happens } = launch();
  const reason = 'PostgreSQL did not start in data: No space left on device';
  await happens({ type: 'part-abandoned', ...exit, name: 'postgres', pid: 0, reason, logFile: 'postgres.log' });
  expect(said.join('\n')).toContain(`PostgreSQL could not be started again: ${reason}. Its log is postgres.log.`);
  process.emit('SIGTERM');
  expect(await code).toBe(1);
});

test.each([true, false])('restarts are the stack’s affair: %p', async (restart) => {
  const { code, options: given } = launch({ restart });
  expect(await given).toMatchObject({ restart, ports: 'fixed' });
  process.emit('SIGTERM');
  expect(await code).toBe(0);
});

test.each([
  [{ console: true }, 'true'],
  [{ console: true, companies: 'bun' }, undefined],
  [{ console: false }, undefined],
] as const)(
  'answers say where their time went for the console, which a service on Bun cannot: %j',
  async (given, timing) => {
    const { code, options } = launch(given);
    expect((await options).env?.['SERVER_TIMING']).toBe(timing);
    process.emit('SIGTERM');
    expect(await code).toBe(0);
  },
);
