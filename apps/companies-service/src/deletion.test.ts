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

/** A jobs service that answers events with this status. */
let status = 204;
const heard: string[] = [];
const jobsService = createServer((request, response) => {
  void text(request).then((body) => {
    heard.push(`${request.url} ${(JSON.parse(body) as { handle: string }).handle}`);
    response.writeHead(status).end();
  });
});

let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
let service: ReturnType<typeof compose>;
beforeAll(async () => {
  shared = await aSharedDatabase('companies-service');
  await new Promise<void>((resolve) => jobsService.listen(0, '127.0.0.1', resolve));
  service = compose(
    settings.parse({
      COMPANIES_DATABASE_URL: shared.url,
      JOBS_URL: `http://127.0.0.1:${(jobsService.address() as AddressInfo).port}`,
      COMPANIES_SERVICE_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      SERVICE_DEADLINE_MS: '1000',
      AUTH_MODE: secret.AUTH_MODE,
      JWT_SECRET: secret.JWT_SECRET,
      LOG_LEVEL: 'silent',
    }),
  );
  await service.start?.();
});
afterAll(async () => {
  await service.close();
  jobsService.close();
  jobsService.closeAllConnections();
  await shared.remove();
});

async function aCompany(handle: string) {
  await shared.run(`INSERT INTO companies (handle, name, description) VALUES ($1, $1, '')`, [handle]);
  return `/companies/${handle}`;
}
const remove = (path: string) => request(service.app).delete(path).set('Authorization', `Bearer ${token}`);
const pending = () => shared.run('SELECT FROM outbox_events');

describe('a company', () => {
  it('is deleted once the jobs service has heard of it', async () => {
    const answer = await remove(await aCompany('acme'));
    expect(heard).toEqual(['/internal/events/company-deleted acme']);
    expect(answer).toMatchObject({ status: 200, body: { deleted: 'acme' } });
    expect(await pending()).toEqual([]);
  });

  it('is deleted although the jobs service cannot be told, which is said; it is told later', async () => {
    status = 503;
    const path = await aCompany('bolt');
    const answer = await remove(path);
    const message = 'The company is deleted; its jobs follow as soon as the jobs service can be told';
    expect(answer).toMatchObject({ status: 504, body: { error: { message, status: 504 } } });
    expect(answer.headers).not.toHaveProperty('retry-after');
    expect(await remove(path)).toMatchObject({ status: 404 });
    expect(await pending()).toHaveLength(1);
    status = 204;
    while ((await pending()).length > 0);
    expect(heard.at(-1)).toBe('/internal/events/company-deleted bolt');
  });
});
