import { type JWTPayload, decodeJwt } from 'jose';
import { LRUCache } from 'lru-cache';
import { Counter } from 'prom-client';
import { unauthorized } from '../problem';
import type { Asker, Caller } from '../request';
import { SERVICE_TOKENS } from './identity';
import type { KeySet } from './key-set';
import { claimsOf, isUuid, keyIdOf } from './token';
import { digestOf } from './users';

/** The checks that this process was spared. */
export const remembered = new Counter({
  name: 'auth_remembered_total',
  help: 'Service tokens whose signature this process has checked before',
  registers: [],
});

/**
 * Resolves to the user on whose behalf a service calls, if any. Rejects with 401 for anything but a token for this
 * service, by one of its callers; with 503 if the caller's keys are out of reach.
 */
export type ServiceAuthentication = (token: string, asker: Asker) => Promise<Caller | undefined>;

/**
 * A token is checked with a key of the service that it claims to be from, so that none can pose as another. What a key
 * has signed is remembered until it expires, and counts for as long as the same key is published.
 */
export function serviceAuthentication(callers: ReadonlyMap<string, KeySet>): ServiceAuthentication {
  const expected = { ...SERVICE_TOKENS, audience: 'companies' };
  const checked = new LRUCache<string, { user: Caller | undefined; isPublished: (asker: Asker) => Promise<boolean> }>({
    max: 10_000,
  });
  return async (token, asker) => {
    const digest = digestOf(token);
    const known = checked.get(digest);
    if (known && (await known.isPublished(asker))) {
      remembered.inc();
      return known.user;
    }
    const keys = callers.get(nameOfCaller(unverified(token)));
    if (!keys) throw unauthorized();
    const kid = keyIdOf(token);
    const key = await keys(kid, asker);
    const claims = await claimsOf(token, key, expected);
    const user = userIn(claims);
    const left = claims.exp! * 1_000 - Date.now();
    const isPublished = async (asker: Asker) => (await keys(kid, asker)) === key;
    if (left > 0) checked.set(digest, { user, isPublished }, { ttl: left });
    return user;
  };
}

function unverified(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    throw unauthorized();
  }
}

interface Actor {
  sub?: unknown;
}

/** In its own name the service is `sub`; on behalf of a user it is `act` (RFC 8693, 4.1). */
const nameOfCaller = ({ sub, act }: JWTPayload & { act?: Actor | null }): string =>
  String(act === undefined ? sub : act?.sub);

function userIn({ sub, account, isAdmin, act }: JWTPayload & { account?: unknown; isAdmin?: unknown; act?: Actor }) {
  if (act === undefined) return undefined;
  if (typeof sub !== 'string' || !isUuid(account) || typeof isAdmin !== 'boolean') throw unauthorized();
  return { username: sub, account, isAdmin };
}
