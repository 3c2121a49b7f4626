import { type ChildProcess, fork } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { signingAuthority } from '@jobly/auth';
import { aSharedDatabase } from '@jobly/database/fixtures';
import { pino } from 'pino';
import request from 'supertest';

// The test starts a PostgreSQL, and bundles and compiles a function.
import.meta.jest.setTimeout(120_000);

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const secret = { AUTH_MODE: 'shared-secret', JWT_SECRET: 's'.repeat(32), TOKEN_TTL: 600 } as const;
const root = { username: 'root', account: randomUUID(), isAdmin: true, passwordVersion: 1 };
const token = signingAuthority(secret, pino({ level: 'silent' })).issueToken(root);

/** A jobs service that is down until it is back. */
let status = 503;
const delivered = Promise.withResolvers<string>();
const jobsService = createServer((request, response) => {
  void text(request).then((body) => {
    response.writeHead(status).end();
    if (status === 204) delivered.resolve(`${request.url} ${(JSON.parse(body) as { handle: string }).handle}`);
  });
});

let database: Awaited<ReturnType<typeof aSharedDatabase>>;
let emulator: ChildProcess;
let url: string;
beforeAll(async () => {
  database = await aSharedDatabase('companies-service');
  await new Promise<void>((resolve) => jobsService.listen(0, '127.0.0.1', resolve));
  emulator = fork(join(import.meta.dirname, '../../../dist/apps/functions/main.js'), {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      FUNCTION: 'companies-service',
      FUNCTIONS_PORT: '0',
      FUNCTION_SCHEDULE_S: '1',
      // The emulator migrates it, and does so only where nobody else has.
      COMPANIES_DATABASE_URL: `${database.url}?schema=function`,
      JOBS_URL: `http://127.0.0.1:${(jobsService.address() as AddressInfo).port}`,
      COMPANIES_SERVICE_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      SERVICE_DEADLINE_MS: '500',
      AUTH_MODE: secret.AUTH_MODE,
      JWT_SECRET: secret.JWT_SECRET,
      LOG_LEVEL: 'silent',
    },
  });
  const [message] = (await once(emulator, 'message')) as [{ ready: { url: string } }];
  ({ url } = message.ready);
});
afterAll(async () => {
  const exited = once(emulator, 'exit');
  emulator.kill();
  await exited;
  jobsService.close();
  jobsService.closeAllConnections();
  await database.remove();
});

test('an event that could not be delivered is delivered by the schedule, although nobody asks for anything', async () => {
  const authorization = `Bearer ${token}`;
  const company = { handle: 'acme', name: 'Acme', description: '' };
  await request(url).post('/companies').set('Authorization', authorization).send(company).expect(201);
  const deletion = await request(url).delete('/companies/acme').set('Authorization', authorization);
  expect(deletion.status).toBe(504);
  status = 204;
  expect(await delivered.promise).toBe('/internal/events/company-deleted acme');
});
