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
  const directory = join(parent, 'secrets');
  const files = Object.values(await keepSecrets(directory));
  const contents = files.map((file) => readFileSync(file, 'utf8'));
  await keepSecrets(directory);
  expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(contents);
  expect(new Set(contents).size).toBe(3);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  expect(files.map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
});

test('the private key is RSA with 2048 bits', async () => {
  const { JWT_PRIVATE_KEY } = await keepSecrets(join(parent, 'secrets'));
  const key = createPrivateKey(readFileSync(JWT_PRIVATE_KEY));
  expect([key.asymmetricKeyType, key.asymmetricKeyDetails?.modulusLength]).toEqual(['rsa', 2048]);
});
