import { generateKeyPair, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Secret } from './confidential';

/** The file of each secret of a stack. */
export type SecretFiles = Record<Secret, string>;

/** The files of the secrets of the stack with this data directory, unless the user names others. */
export function secretFiles(dataDirectory: string): SecretFiles {
  const file = (name: string) => join(dataDirectory, 'secrets', name);
  return {
    JWT_SECRET: file('jwt-secret'),
    JWT_PRIVATE_KEY: file('jwt-private-key.pem'),
    USERS_SERVICE_PRIVATE_KEY: file('users-service-private-key.pem'),
    COMPANIES_SERVICE_PRIVATE_KEY: file('companies-service-private-key.pem'),
    JOBS_SERVICE_PRIVATE_KEY: file('jobs-service-private-key.pem'),
    USERS_INTERNAL_SECRET: file('users-internal-secret'),
    COMPANIES_INTERNAL_SECRET: file('companies-internal-secret'),
    JOBS_INTERNAL_SECRET: file('jobs-internal-secret'),
  };
}

/** Creates the missing secrets, readable by their owner only. */
export async function keepSecrets(dataDirectory: string): Promise<SecretFiles> {
  mkdirSync(join(dataDirectory, 'secrets'), { recursive: true, mode: 0o700 });
  const files = secretFiles(dataDirectory);
  for (const [name, file] of Object.entries(files)) if (!existsSync(file)) write(file, await newSecret(name as Secret));
  return files;
}

/** A new secret of the kind that its name says. */
export async function newSecret(name: Secret): Promise<string> {
  if (!name.endsWith('PRIVATE_KEY')) return `${randomBytes(32).toString('base64url')}\n`;
  const { privateKey } =
    name === 'JWT_PRIVATE_KEY'
      ? await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
      : await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Atomically, so that a killed start leaves no half-written key. */
function write(file: string, content: string): void {
  writeFileSync(`${file}.new`, content, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
