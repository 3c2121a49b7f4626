import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remoteKeySet, tokenVerifier } from '@jobly/auth';
import { migrate, startCluster } from '@jobly/database';
import { publishedKeys } from '@jobly/service-clients';
import { compose } from './compose';
import { settings } from './env';

// The test starts a PostgreSQL, which takes long on a busy machine.
import.meta.jest.setTimeout(60_000);

const aKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const aServiceKey = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const directory = mkdtempSync(join(tmpdir(), 'jobly-rotation-'));
const keyFile = join(directory, 'keys.pem');
const keep = (...keys: string[]) => writeFileSync(keyFile, keys.join(''));
const stops: (() => unknown)[] = [() => rmSync(directory, { recursive: true })];

const [first, second] = [aKey(), aKey()];

/** A users service on a free port, which signs with the keys of the file. */
async function usersService(database: string) {
  const { app, close } = compose(
    settings.parse({
      LOG_LEVEL: 'silent',
      USERS_DATABASE_URL: database,
      USERS_SERVICE_PRIVATE_KEY: aServiceKey(),
      JWT_PRIVATE_KEY: first,
      JWT_PRIVATE_KEY_FILE: keyFile,
    }),
  );
  const server = createServer(app);
  stops.push(close, () => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** All but the timer with which the service polls its file. */
const realTimers = ['Date', 'performance', 'nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout', 'clearTimeout'];

let url: string;
beforeAll(async () => {
  keep(first);
  const cluster = await startCluster({ directory: join(directory, 'postgres'), databases: ['users'] });
  stops.push(cluster.stop);
  await migrate({
    url: cluster.urlOf('users'),
    owner: 'users service',
    directory: join(import.meta.dirname, '../prisma/migrations'),
  });
  import.meta.jest.useFakeTimers({ doNotFake: realTimers as FakeableAPI[] });
  url = await usersService(cluster.urlOf('users'));
});
afterAll(async () => {
  import.meta.jest.useRealTimers();
  for (const stop of stops.reverse()) await stop();
});

/** Lets the users service notice the new content of the file. */
const notice = () => import.meta.jest.advanceTimersByTime(2_000);

/** The verifier of another service, started now, with an empty cache. */
const anotherService = () => tokenVerifier({ AUTH_MODE: 'jwks' }, remoteKeySet(publishedKeys(url, 2_000)));

let people = 0;
async function aToken(): Promise<string> {
  people += 1;
  const person = { username: `ada${people}`, firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' };
  const answer = await fetch(`${url}/auth/register`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...person, password: 'correct horse' }),
  });
  return ((await answer.json()) as { token: string }).token;
}

const unauthorized = { kind: 'unauthorized' };

test('keys are rotated while everybody goes on', async () => {
  const verify = anotherService();
  const before = await aToken();
  expect(await verify(before)).toMatchObject({ username: 'ada1' });

  keep(first, second);
  notice();
  const announced = await aToken();
  expect(await verify(announced)).toMatchObject({ username: 'ada2' });

  keep(second, first);
  notice();
  const after = await aToken();
  for (const knows of [verify, anotherService()]) {
    for (const token of [before, announced, after]) expect((await knows(token)).username).toMatch(/^ada\d$/);
  }

  keep(second);
  notice();
  const later = anotherService();
  await expect(later(before)).rejects.toMatchObject(unauthorized);
  await expect(later(announced)).rejects.toMatchObject(unauthorized);
  expect(await later(after)).toMatchObject({ username: 'ada3' });
  const answer = await fetch(`${url}/users/ada1`, { headers: { Authorization: `Bearer ${before}` } });
  expect(answer.status).toBe(401);
});
