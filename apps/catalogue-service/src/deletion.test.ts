import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { signingAuthority } from '@jobly/auth';
import { aSharedDatabase } from '@jobly/database/fixtures';
import { pino } from 'pino';
import request from 'supertest';
import { compose } from './compose';
import { settings } from './env';

// The test starts a PostgreSQL, which takes long on a busy machine.
import.meta.jest.setTimeout(60_000);

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const secret = { AUTH_MODE: 'shared-secret', JWT_SECRET: 's'.repeat(32), TOKEN_TTL: 600 } as const;
const root = { username: 'root', account: randomUUID(), isAdmin: true, passwordVersion: 1 };
const token = signingAuthority(secret, pino({ level: 'silent' })).issueToken(root);

/** An accounts service that answers events with this status. */
let status = 204;
const heard: number[][] = [];
const accountsService = createServer((incoming, response) => {
  void text(incoming).then((body) => {
    if (status === 204) heard.push((JSON.parse(body) as { jobIds: number[] }).jobIds);
    response.writeHead(status).end();
  });
});

let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
let service: ReturnType<typeof compose>;
beforeAll(async () => {
  shared = await aSharedDatabase('catalogue-service');
  await new Promise<void>((resolve) => accountsService.listen(0, '127.0.0.1', resolve));
  service = compose(
    settings.parse({
      CATALOGUE_DATABASE_URL: shared.url,
      USERS_URL: `http://127.0.0.1:${(accountsService.address() as AddressInfo).port}`,
      JOBS_SERVICE_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      SERVICE_DEADLINE_MS: '5000',
      AUTH_MODE: secret.AUTH_MODE,
      JWT_SECRET: secret.JWT_SECRET,
      LOG_LEVEL: 'silent',
    }),
  );
  await service.start?.();
});
afterAll(async () => {
  await service.close();
  accountsService.close();
  accountsService.closeAllConnections();
  await shared.remove();
});
beforeEach(() => {
  status = 204;
  heard.length = 0;
});

const COMPANY = `INSERT INTO companies (handle, name, description) VALUES ($1, $1, '')`;
const JOB = `INSERT INTO jobs (title, company_handle) VALUES ('Cook', $1) RETURNING id`;
async function aCompany(handle: string, jobs: number): Promise<number[]> {
  await shared.run(COMPANY, [handle]);
  const ids: number[] = [];
  for (let at = 0; at < jobs; at += 1)
    ids.push(...(await shared.run<{ id: number }>(JOB, [handle])).map(({ id }) => id));
  return ids;
}
const remove = (path: string) => request(service.app).delete(path).set('Authorization', `Bearer ${token}`);
const pending = () => shared.run('SELECT FROM outbox_events');

describe('a company', () => {
  it('is deleted with its jobs, once the accounts service has heard of these', async () => {
    const ids = await aCompany('acme', 3);
    expect(await remove('/companies/acme')).toMatchObject({ status: 200, body: { deleted: 'acme' } });
    expect(heard).toEqual([ids]);
    expect(await shared.run('SELECT FROM jobs WHERE company_handle = $1', ['acme'])).toEqual([]);
    expect(await remove('/companies/acme')).toMatchObject({ status: 404 });
  });

  it('takes a job along that is being made for it, and tells of that one, too', async () => {
    const early = await aCompany('bolt', 1);
    const { transaction } = shared.open();
    let removing: Promise<unknown> | undefined;
    const late = await transaction(async (sql) => {
      const made = await sql<{ id: number }>({ name: 'late-job', text: JOB, values: ['bolt'] });
      removing = remove('/companies/bolt').then((answer) => expect(answer.status).toBe(200));
      await shared.lockAwaited(removing);
      return made.map(({ id }) => id);
    });
    await removing;
    expect(heard.flat()).toEqual([...early, ...late]);
  });

  it('is deleted although the accounts service is away, which is told later', async () => {
    status = 503;
    const ids = await aCompany('cord', 1);
    expect(await remove('/companies/cord')).toMatchObject({ status: 200 });
    expect(await pending()).toHaveLength(1);
    status = 204;
    while ((await pending()).length > 0);
    expect(heard).toEqual([ids]);
  });
});

describe('a job', () => {
  it('is deleted once the accounts service has heard of it, and says so if that may take longer', async () => {
    const [told, untold] = await aCompany('dust', 2);
    expect(await remove(`/jobs/${told}`)).toMatchObject({ status: 200 });
    expect(heard).toEqual([[told]]);
    status = 503;
    expect(await remove(`/jobs/${untold}`)).toMatchObject({ status: 504 });
    status = 204;
    while ((await pending()).length > 0);
    expect(heard).toEqual([[told], [untold]]);
  });
});
