import { randomInt } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Owner, WayOfSharing } from '@jobly/contracts';
import {
  COMPANIES_RUNTIME,
  authMode,
  chosen,
  dataSharing,
  type Endpoint,
  type PartName,
  partWith,
  secretFiles,
  type SecretFiles,
  type Stack,
  type StackEvent,
  type Topology,
  withTemporaryStack,
} from '@jobly/stack';
import { parseCapabilities, type DeclaredCapabilities } from './capabilities';
import type { Target } from './target';

export const topologies: Topology[] = ['monolith', 'soa', 'micro', 'loopback', 'functions'];

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
  SHARING_CACHE_TTL: '1',
};

/** How long each way may show what was before (s). Events are on their way for milliseconds, unless something is down. */
const STALE_FOR: Record<WayOfSharing, number> = {
  call: 0,
  join: 0,
  cached: Number(settings.SHARING_CACHE_TTL),
  replica: 5,
};

/** What topologies are started with. */
export interface Started {
  /** Their AUTH_MODE and DATA_SHARING; their defaults if undefined. */
  authMode: string | undefined;
  dataSharing: string | undefined;
  /** What runs the companies service. */
  companies: string | undefined;
  /** The path of a module that each process loads first. */
  preload: string | undefined;
}

/**
 * Starts topologies, each over an empty database, for as long as `use` takes, and leaves nothing behind.
 * @throws StartError if they cannot be started.
 */
export async function withTopologies<T>(
  names: Topology[],
  started: Started,
  signal: AbortSignal,
  use: (targets: Target[]) => Promise<T>,
): Promise<T> {
  return withTemporaryStack(
    {
      prefix: 'jobly-conformance-',
      parts: names,
      env: {
        ...settings,
        ...chosenIn(started),
        ...(started.companies && { [COMPANIES_RUNTIME]: started.companies }),
        // As a URL, because a space ends an argument in NODE_OPTIONS.
        ...(started.preload && { NODE_OPTIONS: `--import=${pathToFileURL(resolve(started.preload)).href}` }),
      },
      signal,
      onEvent: reportDeath,
    },
    ({ stack, directory }) => use(names.map((name) => targetOf(name, started, stack, secretFiles(directory)))),
  );
}

function reportDeath(event: StackEvent) {
  if (event.type !== 'part-failed') return;
  console.error(`${event.name} has ended during the test (${event.signal ?? `exit code ${event.code}`}).`);
}

const chosenIn = ({ authMode = '', dataSharing = '' }: Started) => ({ AUTH_MODE: authMode, DATA_SHARING: dataSharing });

function targetOf(name: Topology, started: Started, stack: Stack, secrets: SecretFiles): Target {
  const endpoint = stack[name];
  if (!endpoint) throw new Error(`The stack came up without ${name}`);
  const mode = chosen(authMode, name, chosenIn(started));
  const way = chosen(dataSharing, name, chosenIn(started));
  const services = servicesOf(name, stack);
  const publishes = services && (mode === 'jwks' || mode === 'gateway');
  return {
    name: [
      name,
      ...(started.authMode ? [mode] : []),
      ...(started.dataSharing ? [way] : []),
      ...(started.companies ? [`companies on ${started.companies}`] : []),
    ].join('/'),
    baseUrl: endpoint.url,
    capabilities: parseCapabilities(
      {
        cascade: services ? 'eventual' : 'immediate',
        staleFor: STALE_FOR[way],
        loginFailureLimit: Number(settings.LOGIN_FAILURE_LIMIT),
        // Each instance of a function counts for itself.
        authRateLimit: name === 'functions' ? null : authRateLimit(endpoint.url),
        sources: sourcesFor(endpoint.url, 12),
        tokenAlgorithm: mode === 'shared-secret' ? 'HS256' : 'RS256',
        jwksUrl: publishes ? `${services.users}/.well-known/jwks.json` : null,
        inside: { authMode: mode, services: services ?? null, callers: callersIn(name), secrets },
        seeded: true,
      } satisfies DeclaredCapabilities,
      name,
    ),
  };
}

/** Where each module answers behind the gateway of a topology, if it has one. */
function servicesOf(topology: Topology, { soa, micro }: Stack) {
  if (topology !== 'soa' && topology !== 'micro') return undefined;
  const endpoints: Partial<Record<PartName, Endpoint>> = { ...soa?.services, ...micro?.services };
  const urlOf = (module: Owner) => endpoints[partWith(module, topology).name]!.url;
  return { users: urlOf('users'), companies: urlOf('companies'), jobs: urlOf('jobs') };
}

const callers: Record<Owner, Owner[]> = {
  users: ['companies', 'jobs'],
  companies: ['jobs'],
  jobs: ['users', 'companies'],
};

/** Those that call from another process, each in the name of the last module of its own. */
const callersIn = (topology: Topology): Record<Owner, Owner[]> => {
  const apartFrom = (callee: Owner) =>
    callers[callee].filter((caller) => {
      const part = partWith(caller, topology);
      return part !== partWith(callee, topology) && part.modules.at(-1) === caller;
    });
  return { users: apartFrom('users'), companies: apartFrom('companies'), jobs: apartFrom('jobs') };
};

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
