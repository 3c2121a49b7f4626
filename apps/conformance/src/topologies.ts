import { randomInt } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  authModeOf,
  secretFiles,
  type SecretFiles,
  type Stack,
  type StackEvent,
  type Topology,
  withTemporaryStack,
} from '@jobly/stack';
import { parseCapabilities, type DeclaredCapabilities } from './capabilities';
import type { Target } from './target';

export const topologies: Topology[] = ['monolith', 'micro', 'loopback'];

/** The settings that the declared capabilities describe. */
const settings = {
  SEED: 'true',
  SEED_PASSWORD: 'password',
  PASSWORD_MIN_LENGTH: '5',
  AUTH_RATE_LIMIT: '600',
  // Half the default, since every failure takes the time of checking a password.
  LOGIN_FAILURE_LIMIT: '10',
  TRUST_PROXY: 'false',
  TOKEN_TTL: '86400',
};

/** What topologies are started with. */
export interface Started {
  /** Their AUTH_MODE; their defaults if undefined. */
  authMode: string | undefined;
  /** The path of a module that each process loads first. */
  preload: string | undefined;
}

/**
 * Starts topologies, each over an empty database, for as long as `use` takes, and leaves nothing behind.
 * @throws StartError if they cannot be started.
 */
export async function withTopologies<T>(
  names: Topology[],
  { authMode, preload }: Started,
  signal: AbortSignal,
  use: (targets: Target[]) => Promise<T>,
): Promise<T> {
  return withTemporaryStack(
    {
      prefix: 'jobly-conformance-',
      parts: names,
      env: {
        ...settings,
        AUTH_MODE: authMode ?? '',
        // As a URL, because a space ends an argument in NODE_OPTIONS.
        ...(preload !== undefined && { NODE_OPTIONS: `--import=${pathToFileURL(resolve(preload)).href}` }),
      },
      signal,
      onEvent: reportDeath,
    },
    ({ stack, directory }) => use(names.map((name) => targetOf(name, authMode, stack, secretFiles(directory)))),
  );
}

function reportDeath(event: StackEvent) {
  if (event.type !== 'part-failed') return;
  console.error(`${event.name} has ended during the test (${event.signal ?? `exit code ${event.code}`}).`);
}

function targetOf(name: Topology, wanted: string | undefined, stack: Stack, secrets: SecretFiles): Target {
  const endpoint = stack[name];
  if (!endpoint) throw new Error(`The stack came up without ${name}`);
  const authMode = authModeOf(name, { AUTH_MODE: wanted });
  const { users, companies, jobs } = (name === 'micro' && stack.micro?.services) || {};
  const services = users && companies && jobs && { users: users.url, companies: companies.url, jobs: jobs.url };
  const publishes = services && (authMode === 'jwks' || authMode === 'gateway');
  return {
    name: wanted ? `${name}/${authMode}` : name,
    baseUrl: endpoint.url,
    capabilities: parseCapabilities(
      {
        cascade: name === 'micro' ? 'eventual' : 'immediate',
        loginFailureLimit: Number(settings.LOGIN_FAILURE_LIMIT),
        authRateLimit: authRateLimit(endpoint.url),
        sources: sourcesFor(endpoint.url, 12),
        tokenAlgorithm: authMode === 'shared-secret' ? 'HS256' : 'RS256',
        jwksUrl: publishes ? `${services.users}/.well-known/jwks.json` : null,
        inside: { authMode, services: services ?? null, secrets },
        seeded: true,
      } satisfies DeclaredCapabilities,
      name,
    ),
  };
}

function authRateLimit(url: string): DeclaredCapabilities['authRateLimit'] {
  const [from] = sourcesFor(url, 1);
  return from ? { perMinute: Number(settings.AUTH_RATE_LIMIT), from } : null;
}

/**
 * Linux accepts all of 127.0.0.0/8, so there are addresses to use up; elsewhere only 127.0.0.1 exists, and IPv6 has
 * only ::1 everywhere.
 */
function sourcesFor(url: string, count: number): string[] {
  if (process.platform !== 'linux' || !isIPv4(new URL(url).hostname)) return [];
  return Array.from({ length: count }, () => `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`);
}
