import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';

/** As many as a stack may have users at a time: more than its caches hold, and they return after half a minute. */
const TOKENS = 10_000;

/**
 * Makes tokens that are like a given one but for their id, signed when they are first needed and handed out in turn. A
 * load with a single token flatters caches and the compiler.
 */
export function manyTokens(key: KeyObject): (like: string) => string {
  const made: string[] = [];
  let next = 0;
  return (like) => {
    const index = next++ % TOKENS;
    return (made[index] ??= another(like, `${index}`, key));
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
  let [sent, made] = [0, 0];
  return (token) => {
    sent++;
    if (made + 1 > sent * share + TOLERANCE) return token;
    made++;
    return fresh(token);
  };
}
