import { generateKeyPair, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Secret } from './confidential';

/** The file each secret of a stack is kept in. */
export type SecretFiles = Record<Secret, string>;

/** Makes the secrets that are not there yet; readable by their owner only. */
export async function keepSecrets(directory: string): Promise<SecretFiles> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const files = {
    JWT_SECRET: join(directory, 'jwt-secret'),
    JWT_PRIVATE_KEY: join(directory, 'jwt-private-key.pem'),
    SERVICE_TOKEN_SECRET: join(directory, 'service-token-secret'),
  };
  if (!existsSync(files.JWT_SECRET)) write(files.JWT_SECRET, randomSecret());
  if (!existsSync(files.SERVICE_TOKEN_SECRET)) write(files.SERVICE_TOKEN_SECRET, randomSecret());
  if (!existsSync(files.JWT_PRIVATE_KEY)) write(files.JWT_PRIVATE_KEY, await privateKey());
  return files;
}

const randomSecret = () => `${randomBytes(32).toString('base64url')}\n`;

async function privateKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** In one step, so that a start that is killed leaves no half of a key. */
function write(file: string, content: string): void {
  writeFileSync(`${file}.new`, content, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
