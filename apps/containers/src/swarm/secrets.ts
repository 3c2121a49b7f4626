import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { StartError } from '@jobly/contracts';
import type { Docker } from '../docker';
import { namespaceOf } from './namespace';
import { secretName } from './stack-file';

const LABEL = 'jobly.stack';

/** The names of a stack's secrets in the swarm. */
export const secretsIn = (stack: string, docker: Docker) =>
  docker.lines('secret', 'ls', '--filter', `label=${LABEL}=${stack}`, '--format', '{{.Name}}');

/**
 * Creates the secrets of a stack at its first deployment. They go from memory into the swarm, and nowhere else.
 * @param wanted their names within the stack.
 * @throws StartError if one is missing beside data that were made with it, or if accounts would get the well-known
 * password.
 */
export async function keepSecrets(
  stack: string,
  wanted: readonly string[],
  docker: Docker,
  settings: NodeJS.ProcessEnv,
): Promise<void> {
  const existing = await secretsIn(stack, docker);
  const missing = wanted.find((secret) => !existing.includes(secretName(stack, secret)));
  if (!missing) return;
  const volumes = await docker.lines('volume', 'ls', '--quiet', '--filter', namespaceOf(stack));
  if (volumes.length > 0) {
    throw new StartError(
      `The secret ${secretName(stack, missing)} is missing, but the data that were made with it are here ` +
        `(${volumes.join(', ')}); restore it with "docker secret create", or begin anew: "npm run swarm -- down --volumes".`,
    );
  }
  refuseWellKnownPassword(settings);
  // Left over from a deployment that was interrupted before it began.
  if (existing.length > 0) await docker.do('secret', 'rm', ...existing);
  const values = valuesOf(wanted, settings);
  for (const [secret, value] of Object.entries(values)) {
    await docker.feed(value, 'secret', 'create', '--label', `${LABEL}=${stack}`, secretName(stack, secret), '-');
  }
}

function refuseWellKnownPassword({ SEED, SEED_PASSWORD }: NodeJS.ProcessEnv): void {
  if (SEED === 'false' || (SEED_PASSWORD && SEED_PASSWORD !== 'password')) return;
  throw new StartError(
    'A swarm publishes on every address of its nodes, so everybody could log in as testadmin with the password ' +
      '"password"; set SEED_PASSWORD to one of your own, or SEED=false for empty databases.',
  );
}

function valuesOf(wanted: readonly string[], settings: NodeJS.ProcessEnv): Record<string, string> {
  const values = Object.fromEntries(wanted.map((secret) => [secret, valueOf(secret, settings)]));
  for (const secret of wanted) {
    const owner = /^(.*)-database-url$/.exec(secret)?.[1];
    const password = values[`${owner}-database-password`];
    if (owner) values[secret] = `postgresql://jobly:${password}@${owner}-postgres:5432/jobly`;
  }
  return values;
}

const given: Record<string, string> = {
  'jwt-secret': 'JWT_SECRET',
  'jwt-private-key.pem': 'JWT_PRIVATE_KEY',
  'seed-password': 'SEED_PASSWORD',
};

function valueOf(secret: string, settings: NodeJS.ProcessEnv): string {
  const own = settings[given[secret] ?? ''];
  if (own) return own;
  if (!secret.endsWith('.pem')) return randomBytes(32).toString('base64url');
  const { privateKey } =
    secret === 'jwt-private-key.pem'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
