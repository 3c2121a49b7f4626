import { type KeyObject, randomUUID } from 'node:crypto';
import type { TokenSubject } from '@jobly/contracts';
import jwt from 'jsonwebtoken';
import { USER_TOKENS } from './claims';

/** Makes a token of an account, for its holder to present. */
export type TokenIssuer = (subject: TokenSubject) => string;

/** The key that signs a token; `kid` names an RSA key among the published ones. */
type Signer =
  { algorithm: 'HS256'; key: KeyObject; kid?: undefined } | { algorithm: 'RS256'; key: KeyObject; kid: string };

/** Signs with the key that `signer` returns at the moment (7 µs for HS256, 700 µs for RS256); `ttl` in seconds. */
export function createTokenIssuer(signer: () => Signer, ttl: number): TokenIssuer {
  return ({ username, isAdmin, account, passwordVersion }) => {
    const { algorithm, key, kid } = signer();
    return jwt.sign({ username, isAdmin, account, passwordVersion }, key, {
      algorithm,
      ...(kid !== undefined && { keyid: kid }),
      ...USER_TOKENS,
      subject: username,
      expiresIn: ttl,
      jwtid: randomUUID(),
    });
  };
}
