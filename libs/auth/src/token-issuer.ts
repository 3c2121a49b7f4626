import { type KeyObject, randomUUID } from 'node:crypto';
import type { Identity } from '@jobly/contracts';
import jwt from 'jsonwebtoken';
import { USER_TOKENS } from './claims';
import { publicJwk } from './keys';

/** Turns an identity into a token its holder can present. */
export type TokenIssuer = (identity: Identity) => string;

/** Signs with the secret (HS256) or the RSA private key (RS256), whichever it is given; `ttl` in seconds. */
export function createTokenIssuer(key: KeyObject, ttl: number): TokenIssuer {
  const header =
    key.type === 'secret'
      ? { algorithm: 'HS256' as const }
      : { algorithm: 'RS256' as const, keyid: publicJwk(key).kid };
  return ({ username, isAdmin }) =>
    jwt.sign({ username, isAdmin }, key, {
      ...header,
      ...USER_TOKENS,
      subject: username,
      expiresIn: ttl,
      jwtid: randomUUID(),
    });
}
