import { StartError } from '@jobly/contracts';
import type { Router } from 'express';
import type { Authenticator } from './authenticator';
import { type KeySet, localKeySet } from './key-set';
import { keySetRoute } from './key-set-route';
import { privateKey, publicJwk, secretKey } from './keys';
import { jwks } from './strategies/jwks';
import { sharedSecret } from './strategies/shared-secret';
import { type TokenIssuer, createTokenIssuer } from './token-issuer';

/** The part of a process's settings that says how tokens are signed and checked. */
interface KeySettings {
  AUTH_MODE: 'shared-secret' | 'jwks';
  JWT_SECRET?: string | undefined;
  JWT_PRIVATE_KEY?: string | undefined;
}

/** What the process that logs users in needs for the chosen mode. */
interface SigningAuthority {
  issueToken: TokenIssuer;
  authenticate: Authenticator;
  /** What it publishes for those who only verify. */
  routes: Router[];
}

/** @throws StartError where the mode's key is missing. */
export function signingAuthority(settings: KeySettings & { TOKEN_TTL: number }): SigningAuthority {
  const { TOKEN_TTL } = settings;
  if (settings.AUTH_MODE === 'shared-secret') {
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

/**
 * How a process that only verifies knows who is calling; `keys` is where it finds the signer's public keys.
 * @throws StartError where the mode's key is missing.
 */
export function verifier(settings: Omit<KeySettings, 'JWT_PRIVATE_KEY'>, keys: KeySet): Authenticator {
  if (settings.AUTH_MODE === 'jwks') return jwks(keys);
  return sharedSecret(secretKey(needed(settings, 'JWT_SECRET')));
}

function needed(settings: KeySettings, name: 'JWT_SECRET' | 'JWT_PRIVATE_KEY'): string {
  const value = settings[name];
  if (value !== undefined) return value;
  throw new StartError(`AUTH_MODE=${settings.AUTH_MODE} needs ${name} (or ${name}_FILE).`);
}
