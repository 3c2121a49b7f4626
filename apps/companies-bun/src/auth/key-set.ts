import { type CryptoKey, type JWK, importJWK } from 'jose';
import { unauthorized, unavailable } from '../problem';
import type { Asker } from '../request';

/** The public key that a token names. */
export type KeySet = (kid: string, asker: Pick<Asker, 'away'>) => Promise<CryptoKey>;

/** The shortest time between two fetches, however many unknown key ids come in (ms). */
const COOLDOWN_MS = 10_000;
/** Keys are fetched again after this time, so that a withdrawn key is forgotten (ms). */
const MAX_AGE_MS = 600_000;

/**
 * The keys that a neighbour publishes for one algorithm. While it is out of reach, known keys stay valid; an unknown one
 * cannot be judged.
 * @throws Problem 401 for a key that nobody published, 503 if that cannot be found out.
 */
export function publishedKeys(url: string, algorithm: 'RS256' | 'ES256', timeout: number): KeySet {
  let keys = new Map<string, CryptoKey>();
  let fetchedAt = -Infinity;
  let attemptedAt = -Infinity;
  let fetching: Promise<void> | undefined;
  let failure: unknown;

  async function fetchAnew(): Promise<void> {
    // The first fetch does not start the cooldown: a rotation right after it must not wait.
    if (keys.size > 0) attemptedAt = performance.now();
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(timeout), redirect: 'manual' });
      if (response.status !== 200) throw new Error(`answered ${response.status}`);
      keys = await imported((await response.json()) as { keys: JWK[] }, algorithm);
      fetchedAt = performance.now();
      failure = undefined;
    } catch (cause) {
      failure = cause;
    }
  }

  return async (kid, { away }) => {
    const known = keys.get(kid);
    if (known && performance.now() - fetchedAt < MAX_AGE_MS) return known;
    const isUnknownToTheNext = fetching !== undefined && !known;
    if (keys.size === 0 || isUnknownToTheNext || performance.now() - attemptedAt >= COOLDOWN_MS) {
      fetching ??= fetchAnew().finally(() => (fetching = undefined));
      const answer = fetching;
      await away(() => answer);
    }
    const key = keys.get(kid);
    if (key) return key;
    throw failure === undefined ? unauthorized() : unavailable('Authentication', failure);
  };
}

async function imported({ keys }: { keys: JWK[] }, algorithm: string): Promise<Map<string, CryptoKey>> {
  const entries = keys.map(async (jwk) => {
    if (jwk.alg !== algorithm || jwk.use !== 'sig' || !jwk.kid) throw new Error('publishes keys for something else');
    return [jwk.kid, (await importJWK(jwk, algorithm)) as CryptoKey] as const;
  });
  return new Map(await Promise.all(entries));
}
