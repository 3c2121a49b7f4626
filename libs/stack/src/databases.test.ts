import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPool } from '@jobly/database';
import type { Description } from './description';
import { fakeApps } from './fake-apps.fixture';
import { leftoversIn } from './leftovers';
import { type Stack, startStack } from './stack';

// The tests start processes, which takes long on a busy machine.
import.meta.jest.setTimeout(60_000);

const { apps, directory, remove } = fakeApps();
let stack: Stack;
const env = { USERS_DATABASE_URL: 'postgresql://my-server/users' };
beforeAll(async () => {
  stack = await startStack({ apps, directory, parts: ['micro'], ports: 'free', env });
});
afterAll(async () => {
  await stack.stop();
  remove();
});

const environmentOf = async (service: 'users' | 'companies' | 'jobs') =>
  (await (await fetch(stack.micro?.services[service].url ?? '')).json()) as Record<string, string>;

async function databaseAt(url: string) {
  const pool = openPool({ url, max: 1, name: 'test' });
  const { rows } = await pool.query<{ name: string }>('SELECT current_database() AS name');
  await pool.end();
  return rows[0]?.name;
}

test('a part without a database of the user’s own is given one in the embedded PostgreSQL', async () => {
  const { COMPANIES_DATABASE_URL: url = '' } = await environmentOf('companies');
  expect(await databaseAt(url)).toBe('jobly_companies');
});

test('a part with one keeps it', async () => {
  expect(await environmentOf('users')).toMatchObject({ USERS_DATABASE_URL: 'postgresql://my-server/users' });
});

test('says where PostgreSQL is', () => {
  const { micro, postgres } = stack;
  expect(postgres?.url).toMatch(new RegExp(`^postgresql://postgres:.+@127.0.0.1:${postgres?.port}/postgres$`));
  expect(JSON.parse(readFileSync(join(directory, 'stack.json'), 'utf8'))).toEqual({ micro, postgres });
});

test('PostgreSQL’s death is told, and stopping after it leaves nothing behind, either', async () => {
  const { pid = 0 } = stack.postgres ?? {};
  process.kill(pid, 'SIGKILL');
  expect(await stack.failed).toMatchObject({ name: 'postgres', pid, signal: 'SIGKILL' });
  const running = leftoversIn(directory).map((process) => process.pid);
  expect(running).toEqual(stack.parts.map((part) => part.pid));
  await stack.stop();
  expect(leftoversIn(directory)).toEqual([]);
});

test('PostgreSQL is restarted on its port like any part, and stopped with the others', async () => {
  const restarted = Promise.withResolvers<{ name: string; pid: number }>();
  stack = await startStack({
    apps,
    directory,
    parts: ['micro'],
    ports: 'free',
    env,
    restart: true,
    clock: { now: () => 0, wait: async () => {} },
    onEvent: (event) => event.type === 'part-restarted' && restarted.resolve(event),
  });
  const { COMPANIES_DATABASE_URL: url = '' } = await environmentOf('companies');
  process.kill(stack.postgres?.pid ?? 0, 'SIGKILL');
  const { name, pid } = await restarted.promise;
  expect(name).toBe('postgres');
  expect(await databaseAt(url)).toBe('jobly_companies');
  const described = JSON.parse(readFileSync(join(directory, 'stack.json'), 'utf8')) as Description;
  expect(described.postgres).toEqual({ ...stack.postgres, pid });
  expect(leftoversIn(directory).map((process) => process.pid)).toEqual([...stack.parts.map((part) => part.pid), pid]);
  await stack.stop();
  expect(leftoversIn(directory)).toEqual([]);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});
