import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack, type Stack, type StackEvent, type Topology } from '@jobly/stack';
import { parseCapabilities, type DeclaredCapabilities } from './capabilities';
import type { Target } from './target';

export const topologies: Topology[] = ['monolith', 'micro', 'loopback'];

/** What the declared capabilities speak of. */
const settings = { SEED: 'true', AUTH_RATE_LIMIT: '600', LOGIN_FAILURE_LIMIT: '20', TOKEN_TTL: '86400' };

/** The suite leaves its records behind: they are not for a database that somebody works with. */
const ownDatabases = [
  'DATABASE_URL',
  'USERS_DATABASE_URL',
  'COMPANIES_DATABASE_URL',
  'JOBS_DATABASE_URL',
  'LOOPBACK_DATABASE_URL',
]
  .flatMap((variable) => [variable, `${variable}_FILE`])
  .map((variable): [string, string] => [variable, '']);

/**
 * Starts topologies, each over an empty database, for as long as `use` takes, and leaves nothing behind.
 * @throws StartError if they cannot be started.
 */
export async function withTopologies<T>(
  names: Topology[],
  signal: AbortSignal,
  use: (targets: Target[]) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'jobly-conformance-'));
  try {
    const stack = await startStack({
      directory: join(directory, 'data'),
      parts: names,
      ports: 'free',
      env: { ...Object.fromEntries(ownDatabases), ...settings },
      signal,
      onEvent: reportDeath,
    });
    try {
      return await use(names.map((name) => targetOf(name, stack)));
    } finally {
      await stack.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function reportDeath(event: StackEvent) {
  if (event.type !== 'part-failed') return;
  console.error(`${event.name} has ended during the test (${event.signal ?? `exit code ${event.code}`}).`);
}

function targetOf(name: Topology, stack: Stack): Target {
  const endpoint = stack[name];
  if (!endpoint) throw new Error(`The stack came up without ${name}`);
  const authMode = process.env['AUTH_MODE'] || (name === 'micro' ? 'jwks' : 'shared-secret');
  const keys = authMode === 'jwks' && name === 'micro' ? stack.micro?.services.users.url : undefined;
  return {
    name,
    baseUrl: endpoint.url,
    capabilities: parseCapabilities(
      {
        cascade: name === 'micro' ? 'eventual' : 'immediate',
        authRateLimit: authRateLimit(),
        tokenAlgorithm: authMode === 'shared-secret' ? 'HS256' : 'RS256',
        jwksUrl: keys ? `${keys}/.well-known/jwks.json` : null,
        seeded: true,
      } satisfies DeclaredCapabilities,
      name,
    ),
  };
}

/** Linux answers to all of 127.0.0.0/8, so there are addresses to spend; elsewhere only 127.0.0.1 exists. */
function authRateLimit(): DeclaredCapabilities['authRateLimit'] {
  if (process.platform !== 'linux') return null;
  const from = `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`;
  return { perMinute: Number(settings.AUTH_RATE_LIMIT), from };
}
