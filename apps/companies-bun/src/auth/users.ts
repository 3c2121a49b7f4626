import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Neighbour } from '../neighbour';
import { StartError, unauthorized } from '../problem';
import type { Asker, Caller } from '../request';
import type { Settings } from '../settings';
import type { KeySet } from './key-set';
import { claimsOf, isUuid, keyIdOf, secretKey } from './token';

/** Identifies the user by their token. Rejects with 401 for one that is not valid, with 503 if that cannot be known. */
export type UserAuthentication = (token: string, asker: Asker) => Promise<Caller>;

const OF_USERS = { kind: 'user', issuer: 'jobly', audience: 'jobly-api' } as const;
const OF_GATEWAY = { kind: 'internal', algorithm: 'HS256', issuer: 'jobly-gateway', audience: 'companies' } as const;

/** @throws StartError if the mode's key is missing. */
export function userAuthentication(settings: Settings, keys: KeySet, users: Neighbour): UserAuthentication {
  const secretIn = (name: 'JWT_SECRET' | 'COMPANIES_INTERNAL_SECRET') => {
    const secret = settings[name];
    if (secret !== undefined) return secretKey(secret);
    throw new StartError(`AUTH_MODE=${settings.AUTH_MODE} needs ${name} (or ${name}_FILE).`);
  };
  const introspect = introspection(users);
  const modes: Record<Settings['AUTH_MODE'], () => UserAuthentication> = {
    'shared-secret': () => {
      const secret = secretIn('JWT_SECRET');
      return async (token) => callerIn(await claimsOf(token, secret, { ...OF_USERS, algorithm: 'HS256' }));
    },
    jwks: () => async (token, asker) => {
      const key = await keys(keyIdOf(token), asker);
      return callerIn(await claimsOf(token, key, { ...OF_USERS, algorithm: 'RS256' }));
    },
    introspect: () => async (token, asker) => callerOf(await introspect(token, asker)),
    'introspect-cached': () => cached(introspect, settings.AUTH_CACHE_TTL * 1_000),
    gateway: () => {
      const secret = secretIn('COMPANIES_INTERNAL_SECRET');
      return async (token) => callerOf(await claimsOf(token, secret, OF_GATEWAY));
    },
  };
  return modes[settings.AUTH_MODE]();
}

type Claims = Record<string, unknown>;

/** Of a user's own token, with all claims that the contract lists. */
function callerIn(claims: Claims): Caller {
  const { username, passwordVersion, iat, jti } = claims;
  const isComplete =
    Number.isInteger(passwordVersion) && Number(passwordVersion) > 0 && Number.isFinite(iat) && typeof jti === 'string';
  if (!isComplete || username !== claims['sub']) throw unauthorized();
  return callerOf(claims);
}

function callerOf({ active = true, sub, account, isAdmin }: Claims): Caller {
  if (active !== true || typeof sub !== 'string' || !isUuid(account) || typeof isAdmin !== 'boolean') {
    throw unauthorized();
  }
  return { username: sub, account, isAdmin };
}

const introspection = (users: Neighbour) => async (token: string, asker: Asker) =>
  (await users({ ...asker, caller: undefined }, 'introspectToken', { body: { token } })) as Claims;

/** The longest time for which a refusal is believed (ms). */
const REFUSAL_MS = 1_000;

/** Believes answers for a while, but none beyond the end of its token; concurrent requests share a question. */
function cached(introspect: ReturnType<typeof introspection>, ttl: number): UserAuthentication {
  // Refusals apart, so that a flood of made-up tokens evicts no valid one.
  const active = new LRUCache<string, Claims>({ max: 10_000 });
  const refused = new LRUCache<string, Claims>({ max: 1_000 });
  const underWay = new Map<string, Promise<Claims>>();

  const remember = (key: string, answer: Claims) => {
    const left = Number(answer['exp']) * 1_000 - Date.now();
    if (answer['active'] !== true) refused.set(key, answer, { ttl: Math.min(REFUSAL_MS, ttl) });
    else if (left > 0) active.set(key, answer, { ttl: Math.min(ttl, left) });
    return answer;
  };
  return async (token, asker) => {
    const key = digestOf(token);
    const known = active.get(key) ?? refused.get(key);
    if (known) return callerOf(known);
    let question = underWay.get(key);
    if (!question) {
      question = introspect(token, { ...asker, endsAt: Infinity })
        .then((answer) => remember(key, answer))
        .finally(() => underWay.delete(key));
      underWay.set(key, question);
    }
    const answer = question;
    return callerOf(await asker.away(() => answer));
  };
}

/** The key of a token in a cache, useless to anybody who reads the cache. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
