import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chownSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs once before a stack: creates the missing secrets, and prevents well-known passwords from being published. Every
 * process has a volume of its own below /secrets, with its own secrets and nobody else's.
 */
const SECRETS = '/secrets';

/** The user that the applications' containers run as. */
const NODE_USER = 1000;

/**
 * The secrets of each process: only the users service signs users' tokens; each service has a key of its own, and the
 * gateway shares a secret with each of them.
 */
const needs = {
  monolith: ['jwt-secret', 'jwt-private-key.pem'],
  gateway: ['users-internal-secret', 'companies-internal-secret', 'jobs-internal-secret'],
  users: ['jwt-secret', 'jwt-private-key.pem', 'users-service-private-key.pem', 'users-internal-secret'],
  companies: ['jwt-secret', 'companies-service-private-key.pem', 'companies-internal-secret'],
  jobs: ['jwt-secret', 'jobs-service-private-key.pem', 'jobs-internal-secret'],
  'soa-gateway': ['users-internal-secret', 'companies-internal-secret', 'jobs-internal-secret'],
  accounts: ['jwt-secret', 'jwt-private-key.pem', 'users-service-private-key.pem', 'users-internal-secret'],
  catalogue: ['jwt-secret', 'jobs-service-private-key.pem', 'companies-internal-secret', 'jobs-internal-secret'],
};

const owners = readdirSync(SECRETS);
watchOverPasswords(process.env);
for (const owner of owners) {
  if (owner.endsWith('-database')) makeDatabaseSecrets(owner);
  else for (const name of needs[owner]) keep(owner, name, () => sharedSecret(name));
}

/** Accounts created with a well-known password keep it, whatever is set later. */
function watchOverPasswords({ PUBLISH_ADDRESS = '', SEED, SEED_PASSWORD = '' }) {
  const seeded = owners.find((owner) => needs[owner]?.includes('jwt-private-key.pem'));
  const mark = join(SECRETS, seeded, 'seeded-with-a-well-known-password');
  const isWellKnown = SEED === 'true' && (!SEED_PASSWORD || SEED_PASSWORD === 'password');
  if (/^(127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(PUBLISH_ADDRESS)) {
    if (isWellKnown) writeFileSync(mark, '');
  } else if (isWellKnown) {
    refuse('Set SEED_PASSWORD to one of your own, or SEED=false for empty databases.');
  } else if (existsSync(mark)) {
    refuse('The databases have been filled already: begin anew, with "npm run docker -- down --volumes".');
  }

  function refuse(advice) {
    const danger = 'everybody could log in as testadmin with the password "password"';
    console.error(`With PUBLISH_ADDRESS=${PUBLISH_ADDRESS} ${danger}. ${advice}`);
    process.exit(1);
  }
}

/** The secret that another process of this stack already has, or a new one. */
function sharedSecret(name) {
  const given = owners.map((owner) => join(SECRETS, owner, name)).find((file) => existsSync(file));
  if (given) return readFileSync(given, 'utf8');
  if (!name.endsWith('.pem')) return randomSecret();
  const { privateKey } =
    name === 'jwt-private-key.pem'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' });
}

/** For the server, its password; for the one process that connects to it, the whole URL. */
function makeDatabaseSecrets(volume) {
  const host = volume.replace('-database', '-postgres');
  keep(volume, 'password', randomSecret);
  const password = readFileSync(join(SECRETS, volume, 'password'), 'utf8');
  keep(volume, 'url', () => `postgresql://jobly:${password}@${host}:5432/jobly`);
}

function randomSecret() {
  return randomBytes(32).toString('base64url');
}

function keep(volume, name, make) {
  const file = join(SECRETS, volume, name);
  if (existsSync(file)) return;
  writeFileSync(file, make(), { mode: 0o400, flush: true });
  chownSync(file, NODE_USER, NODE_USER);
}
