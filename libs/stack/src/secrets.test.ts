import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepSecrets } from './secrets';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'jobly-secrets-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

test('secrets are made once, for their owner’s eyes only', async () => {
  const files = Object.values(await keepSecrets(parent));
  const contents = files.map((file) => readFileSync(file, 'utf8'));
  await keepSecrets(parent);
  expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(contents);
  expect(new Set(contents).size).toBe(8);
  expect(statSync(join(parent, 'secrets')).mode & 0o777).toBe(0o700);
  expect(new Set(files.map((file) => statSync(file).mode & 0o777))).toEqual(new Set([0o600]));
});

test('the private key of users’ tokens is RSA with 2048 bits', async () => {
  const { JWT_PRIVATE_KEY } = await keepSecrets(parent);
  const key = createPrivateKey(readFileSync(JWT_PRIVATE_KEY));
  expect([key.asymmetricKeyType, key.asymmetricKeyDetails?.modulusLength]).toEqual(['rsa', 2048]);
});

test('each service has an EC key of its own, on the curve P-256', async () => {
  const { USERS_SERVICE_PRIVATE_KEY, COMPANIES_SERVICE_PRIVATE_KEY, JOBS_SERVICE_PRIVATE_KEY } =
    await keepSecrets(parent);
  for (const file of [USERS_SERVICE_PRIVATE_KEY, COMPANIES_SERVICE_PRIVATE_KEY, JOBS_SERVICE_PRIVATE_KEY]) {
    const key = createPrivateKey(readFileSync(file));
    expect([key.asymmetricKeyType, key.asymmetricKeyDetails?.namedCurve]).toEqual(['ec', 'prime256v1']);
  }
});
