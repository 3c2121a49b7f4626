import { type JWTPayload, decodeProtectedHeader, jwtVerify } from 'jose';
import { Counter } from 'prom-client';
import { unauthorized } from '../problem';

export const verifications = new Counter({
  name: 'auth_verifications_total',
  help: 'Tokens whose signature this process has checked',
  labelNames: ['kind'],
  registers: [],
});
for (const kind of ['user', 'service', 'internal']) verifications.inc({ kind }, 0);

/** How long a token is accepted after it has expired (s), because clocks differ (RFC 7519, 4.1.4). */
const LEEWAY_S = 10;

/** What is pinned, and never taken from a token. */
interface Expected {
  kind: 'user' | 'service' | 'internal';
  algorithm: 'HS256' | 'RS256' | 'ES256';
  issuer: string;
  audience: string;
}

type Key = Parameters<typeof jwtVerify>[1];

/** @throws Problem 401 for any token that is not valid, without the reason. */
export async function claimsOf(token: string, key: Key, expected: Expected): Promise<JWTPayload> {
  const { kind, algorithm, issuer, audience } = expected;
  verifications.inc({ kind });
  const pinned = {
    algorithms: [algorithm],
    issuer,
    audience,
    clockTolerance: LEEWAY_S,
    requiredClaims: ['exp', 'sub'],
  };
  try {
    return (await jwtVerify(token, key, pinned)).payload;
  } catch {
    throw unauthorized();
  }
}

/** The key id in the header of a token, which only selects among known keys. */
export function keyIdOf(token: string): string {
  try {
    const { kid } = decodeProtectedHeader(token);
    if (kid) return kid;
  } catch {
    // Not a token at all.
  }
  throw unauthorized();
}

export const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);

export const secretKey = (secret: string): Uint8Array => new TextEncoder().encode(secret);

/** The characters of RFC 6750, 2.1. Two headers arrive as one with a comma, which is none of them. */
export function bearerToken(headers: Headers): string {
  const token = /^Bearer ([\w.~+/-]{1,8192}=*)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (!token) throw unauthorized();
  return token;
}
