import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signingAuthority } from '@jobly/auth';
import { type Cluster, migrate, openPool, startCluster } from '@jobly/database';
import { pino } from 'pino';
import request from 'supertest';
import { compose } from './compose';
import { settings } from './env';

// The test starts a PostgreSQL, which takes long on a busy machine.
import.meta.jest.setTimeout(60_000);

const directory = mkdtempSync(join(tmpdir(), 'jobly-order-'));
const stops: (() => unknown)[] = [() => rmSync(directory, { recursive: true })];

const secret = { AUTH_MODE: 'shared-secret', JWT_SECRET: 's'.repeat(32), TOKEN_TTL: 600 } as const;
const root = { username: 'root', account: randomUUID(), isAdmin: true, passwordVersion: 1 };
const adminToken = signingAuthority(secret, pino({ level: 'silent' })).issueToken(root);

/** By code point: capitals first, then small letters, then accented ones; characters beyond 16 bits last. */
const IN_ORDER = ['B', 'Z-1', 'Z2', '_', 'a', 'aB', 'ab', 'é', 'ﬀ', '\uffe6', '😀'];
const shuffled = [...IN_ORDER].sort((one, other) => one.localeCompare(other, 'en'));

/** The app over a database of the user's own, as Debian or a hosted service creates it for English. */
async function appOver(locale: string) {
  const admin = openPool({ url: cluster.urlOf('postgres'), max: 1, name: 'test' });
  await admin.query(`CREATE DATABASE "${locale}" TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE '${locale}'`);
  await admin.end();
  const url = cluster.urlOf(locale);
  await migrate({ url, owner: 'monolith', directory: join(import.meta.dirname, '../prisma/migrations') });
  const pool = openPool({ url, max: 1, name: 'test' });
  for (const [at, name] of shuffled.entries()) {
    await pool.query(`INSERT INTO companies VALUES ($1, $2, '')`, [`c${at}`, name]);
    await pool.query(`INSERT INTO jobs (title, company_handle) VALUES ($1, $2)`, [name, `c${at}`]);
    const user = `INSERT INTO users VALUES ($1, '$argon2id$', 'A', 'B', 'a@example.com')`;
    await pool.query(user, [name]);
  }
  await pool.end();
  const { app, close } = compose(
    settings.parse({ DATABASE_URL: url, LOG_LEVEL: 'silent', JWT_SECRET: secret.JWT_SECRET }),
  );
  stops.push(close);
  return app;
}

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({ directory: join(directory, 'postgres'), databases: [] });
  stops.push(cluster.stop);
});
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
});

describe.each(['en-US', 'und-u-kn'])('over a database whose collation is %s', (locale) => {
  let app: Awaited<ReturnType<typeof appOver>>;
  beforeAll(async () => {
    app = await appOver(locale);
  });

  const listed = async <Row>(path: string, list: string): Promise<Row[]> => {
    const { body } = await request(app).get(path);
    return (body as Record<string, Row[]>)[list]!;
  };

  it('companies are by name in the order of code points', async () => {
    const names = (await listed<{ name: string }>('/companies', 'companies')).map(({ name }) => name);
    expect(names).toEqual(IN_ORDER);
  });

  it('jobs are by title in the order of code points', async () => {
    const titles = (await listed<{ title: string }>('/jobs', 'jobs')).map(({ title }) => title);
    expect(titles).toEqual(IN_ORDER);
  });

  it('a page of them is a page of that order', async () => {
    const page = await listed<{ name: string }>('/companies?limit=3&offset=2', 'companies');
    expect(page.map(({ name }) => name)).toEqual(IN_ORDER.slice(2, 5));
  });

  it('users are by username in the order of code points', async () => {
    const { body } = await request(app).get('/users').set('Authorization', `Bearer ${adminToken}`);
    expect((body as { users: { username: string }[] }).users.map(({ username }) => username)).toEqual(IN_ORDER);
  });
});
