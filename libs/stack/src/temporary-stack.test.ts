import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fakeApps } from './fake-apps.fixture';
import { withTemporaryStack } from './temporary-stack';

// The tests start processes, PostgreSQL among them, which takes long on a busy machine.
import.meta.jest.setTimeout(60_000);

const { apps, remove } = fakeApps();
const surroundings = { ...process.env };
beforeEach(() => {
  process.env['DATABASE_URL'] = 'postgresql://somebody:works@with.this/database';
  process.env['JWT_SECRET_FILE'] = '/somebody/keeps/this';
});
afterEach(() => {
  process.env = { ...surroundings };
});
afterAll(remove);

const options = { prefix: 'jobly-temporary-', apps, parts: ['monolith' as const] };

const environmentAt = async (url = '') => (await (await fetch(url)).json()) as Record<string, string>;

test('has a database and secrets of its own, whatever the environment names', async () => {
  await withTemporaryStack(options, async ({ stack, directory }) => {
    const { DATABASE_URL: database, JWT_SECRET_FILE: secret } = await environmentAt(stack.monolith?.url);
    expect(new URL(database!)).toMatchObject({ hostname: '127.0.0.1', pathname: '/jobly' });
    expect(secret).toMatch(directory);
  });
});

test('is the same stack when it is started again: its data are still there', async () => {
  await withTemporaryStack({ ...options, env: { COLOUR: 'red' } }, async ({ directory, restart }) => {
    writeFileSync(join(directory, 'kept'), 'it is');
    const { monolith } = await restart();
    expect(readFileSync(join(directory, 'kept'), 'utf8')).toBe('it is');
    expect(await environmentAt(monolith?.url)).toMatchObject({ COLOUR: 'red' });
  });
});

test('leaves neither processes nor files behind, whatever happens, also once started again', async () => {
  let parent = '';
  const pids: number[] = [];
  const failing = withTemporaryStack(options, async ({ stack, directory, restart }) => {
    parent = dirname(directory);
    for (const { parts, postgres } of [stack, await restart()]) {
      pids.push(postgres!.pid, ...parts.map(({ pid }) => pid));
    }
    throw new Error('It went wrong.');
  });
  await expect(failing).rejects.toThrow('It went wrong.');
  expect(basename(parent)).toMatch(/^jobly-temporary-/);
  expect(existsSync(parent)).toBe(false);
  expect(pids).toHaveLength(4);
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});
