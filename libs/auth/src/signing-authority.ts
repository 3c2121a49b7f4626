import type { Router } from 'express';
import type { Logger } from 'pino';
import type { TokenVerifier } from './authenticator';
import { localKeySet } from './key-set';
import { keySetRoute } from './key-set-route';
import { USER_TOKEN_KEYS, secretKey } from './keys';
import { type AuthSettings, keyFor } from './settings';
import { signingKeys } from './signing-keys';
import { jwks } from './strategies/jwks';
import { sharedSecret } from './strategies/shared-secret';
import { type TokenIssuer, createTokenIssuer } from './token-issuer';

/** The token duties of the process that logs users in. */
export interface SigningAuthority {
  issueToken: TokenIssuer;
  verify: TokenVerifier;
  /** The routes it publishes for those who verify tokens themselves. */
  routes: Router[];
  stop: () => void;
}

interface SigningSettings extends AuthSettings {
  /** The file that JWT_PRIVATE_KEY came from, if any; it is watched for a rotation. */
  JWT_PRIVATE_KEY_FILE?: string | undefined;
  /** In seconds. */
  TOKEN_TTL: number;
}

/**
 * HS256 if the secret is shared, RS256 in every other mode, even if nobody else verifies. So those modes differ only in
 * who verifies and how often.
 * @throws StartError if the mode's key is missing.
 */
export function signingAuthority(settings: SigningSettings, log: Pick<Logger, 'info' | 'error'>): SigningAuthority {
  const { AUTH_MODE, TOKEN_TTL } = settings;
  if (AUTH_MODE === 'shared-secret') {
    const key = secretKey(keyFor(settings, 'JWT_SECRET'));
    const issueToken = createTokenIssuer(() => ({ algorithm: 'HS256', key }), TOKEN_TTL);
    return { issueToken, verify: sharedSecret(key), routes: [], stop: () => {} };
  }
  const pems = keyFor(settings, 'JWT_PRIVATE_KEY');
  const { current, stop } = signingKeys(pems, settings.JWT_PRIVATE_KEY_FILE, log, USER_TOKEN_KEYS);
  const isPublished = AUTH_MODE === 'jwks' || AUTH_MODE === 'gateway';
  return {
    issueToken: createTokenIssuer(() => ({ algorithm: 'RS256', ...current().signer }), TOKEN_TTL),
    verify: jwks(localKeySet(current)),
    routes: isPublished ? [keySetRoute(current)] : [],
    stop,
  };
}
