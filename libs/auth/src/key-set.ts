import { type KeyObject, createPublicKey } from 'node:crypto';
import { unauthorized, unavailable } from '@jobly/contracts';
import { type Moment, elapsedSince, thisMoment } from '@jobly/expiry';
import { away } from '@jobly/http-kit';
import type { KeyRing } from './key-ring';
import type { PublicJwk } from './keys';

/** Finds the public key that a token names. Rejects with `unauthorized` for a key that nobody published. */
export type KeySet = (kid: string) => Promise<KeyObject>;

/** The keys of the process that signs. */
export const localKeySet =
  (ring: () => KeyRing): KeySet =>
  async (kid) => {
    const key = ring().publicKeys.get(kid);
    if (key) return key;
    throw unauthorized();
  };

interface Refresh {
  /** The shortest time between two fetches, however many unknown key ids come in (ms). */
  cooldown: number;
  /** Keys are fetched again after this time, so that a withdrawn key is forgotten (ms). */
  maxAge: number;
}

/**
 * Fetches the signer's keys and caches them: the first token with a new `kid` reveals a rotation. While the signer is
 * out of reach, known keys stay valid; an unknown one cannot be judged and is `unavailable`.
 */
export function remoteKeySet(
  fetchKeys: () => Promise<PublicJwk[]>,
  { cooldown, maxAge }: Refresh = { cooldown: 10_000, maxAge: 600_000 },
): KeySet {
  let keys = new Map<string, KeyObject>();
  let fetched: Moment | undefined;
  let attemptedAt = -Infinity;
  let fetching: Promise<void> | undefined;
  let failure: unknown;

  const fetchAnew = async () => {
    // The first fetch does not start the cooldown: a rotation right after it must not wait.
    if (keys.size > 0) attemptedAt = performance.now();
    try {
      keys = byId(await fetchKeys());
      fetched = thisMoment();
      failure = undefined;
    } catch (cause) {
      failure = cause;
    }
  };
  const refresh = () => (fetching ??= fetchAnew().finally(() => (fetching = undefined)));

  return async (kid) => {
    const known = keys.get(kid);
    if (known && fetched && elapsedSince(fetched) < maxAge) return known;
    const isBeingFetched = fetching !== undefined && !known;
    if (keys.size === 0 || isBeingFetched || performance.now() - attemptedAt >= cooldown) {
      await away(refresh);
    }
    const key = keys.get(kid);
    if (key) return key;
    throw failure === undefined ? unauthorized() : unavailable('Authentication', failure);
  };
}

const byId = (jwks: PublicJwk[]) =>
  new Map(jwks.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })] as const));
