import type { KeyObject } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import jwt from 'jsonwebtoken';

/** After so long, in ms, every cache has forgotten a token: AUTH_CACHE_TTL is 30 s, and the gateway keeps it for 50. */
const FORGOTTEN_MS = 60_000;

/** Signing so many takes 0.2 s; connections have to be looked after in between, or they are used when they are closed. */
const AT_A_TIME = 500;

/** A supply of tokens that are like a given one but for their id. A load with a single token flatters caches. */
export interface Tokens {
  /** Signs so many in advance: signing takes as long as a request. */
  prepare(like: string, count: number): Promise<void>;
  /** One that every cache has forgotten, or has never seen. */
  next(like: string): string;
}

export function manyTokens(key: KeyObject, now = () => performance.now()): Tokens {
  const rested: { token: string; since: number }[] = [];
  let [made, oldest] = [0, 0];
  const sign = (like: string) => another(like, `${made++}`, key);
  return {
    async prepare(like, count) {
      for (let index = 0; index < count; index++) {
        if (index % AT_A_TIME === 0) await setImmediate();
        rested.push({ token: sign(like), since: -Infinity });
      }
    },
    next(like) {
      const first = rested[oldest];
      const isForgotten = first !== undefined && now() - first.since >= FORGOTTEN_MS;
      if (isForgotten) oldest++;
      const token = isForgotten ? first.token : sign(like);
      rested.push({ token, since: now() });
      return token;
    },
  };
}

function another(like: string, jti: string, key: KeyObject): string {
  const { header, payload } = jwt.decode(like, { complete: true })!;
  return jwt.sign({ ...(payload as jwt.JwtPayload), jti }, key, { algorithm: header.alg as jwt.Algorithm, header });
}

/** A share such as a hundredth is not exact, and a hundred of them must still be one. */
const TOLERANCE = 1e-9;

/** A fresh token for this share of the requests, evenly, and the given one for all others. */
export function sometimesNew(share: number, fresh: (like: string) => string): (token: string) => string {
  // Half a period ahead: a block of any length has its share.
  let [sent, made] = [0, 0];
  return (token) => {
    sent++;
    if (made + 1 > sent * share + 0.5 + TOLERANCE) return token;
    made++;
    return fresh(token);
  };
}
