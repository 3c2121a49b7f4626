import { StartError } from '@jobly/contracts';
import type { Router } from 'express';
import type { Authenticator } from './authenticator';
import { type KeySet, localKeySet } from './key-set';
import { keySetRoute } from './key-set-route';
import { privateKey, publicJwk, secretKey } from './keys';
import { jwks } from './strategies/jwks';
import { sharedSecret } from './strategies/shared-secret';
import { type TokenIssuer, createTokenIssuer } from './token-issuer';

export type AuthMode = 'shared-secret' | 'jwks';

interface SigningSettings {
  AUTH_MODE: AuthMode;
  JWT_SECRET?: string | undefined;
  JWT_PRIVATE_KEY?: string | undefined;
  TOKEN_TTL: number;
}

/** What the process that logs users in needs for the chosen mode. */
interface SigningAuthority {
  issueToken: TokenIssuer;
  authenticate: Authenticator;
  /** What it publishes for those who only verify. */
  routes: Router[];
}

/** @throws StartError where the mode's key is missing. */
export function signingAuthority(settings: SigningSettings): SigningAuthority {
  const { AUTH_MODE, TOKEN_TTL } = settings;
  if (AUTH_MODE === 'shared-secret') {
    const secret = secretKey(needed(settings, 'JWT_SECRET'));
    return { issueToken: createTokenIssuer(secret, TOKEN_TTL), authenticate: sharedSecret(secret), routes: [] };
  }
  const key = privateKey(needed(settings, 'JWT_PRIVATE_KEY'));
  const published = [publicJwk(key)];
  return {
    issueToken: createTokenIssuer(key, TOKEN_TTL),
    authenticate: jwks(localKeySet(published)),
    routes: [keySetRoute(published)],
  };
}

interface VerifyingSettings {
  AUTH_MODE: AuthMode;
  JWT_SECRET?: string | undefined;
}

/**
 * How a process that only verifies knows who is calling; `keys` is where it finds the signer's public keys.
 * @throws StartError where the mode's key is missing.
 */
export function verifier(settings: VerifyingSettings, keys: KeySet): Authenticator {
  if (settings.AUTH_MODE === 'jwks') return jwks(keys);
  return sharedSecret(secretKey(needed(settings, 'JWT_SECRET')));
}

function needed<S extends { AUTH_MODE: AuthMode }, N extends keyof S & string>(settings: S, name: N): string {
  const value = settings[name];
  if (typeof value === 'string') return value;
  throw new StartError(`AUTH_MODE=${settings.AUTH_MODE} needs ${name} (or ${name}_FILE).`);
}
