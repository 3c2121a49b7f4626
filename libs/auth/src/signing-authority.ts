import type { Router } from 'express';
import type { Logger } from 'pino';
import type { TokenVerifier } from './authenticator';
import { localKeySet } from './key-set';
import { keySetRoute } from './key-set-route';
import { secretKey } from './keys';
import { type AuthSettings, keyFor } from './settings';
import { signingKeys } from './signing-keys';
import { jwks } from './strategies/jwks';
import { sharedSecret } from './strategies/shared-secret';
import { type TokenIssuer, createTokenIssuer } from './token-issuer';

/** What the process that logs users in does with their tokens. */
export interface SigningAuthority {
  issueToken: TokenIssuer;
  verify: TokenVerifier;
  /** What it publishes for those who verify by themselves. */
  routes: Router[];
  stop: () => void;
}

interface SigningSettings extends AuthSettings {
  /** Where JWT_PRIVATE_KEY came from, if from a file: looked at again for a rotation. */
  JWT_PRIVATE_KEY_FILE?: string | undefined;
  /** In seconds. */
  TOKEN_TTL: number;
}

/**
 * HS256 where the secret is shared; RS256 in every other mode, also where nobody else verifies, so that those modes
 * differ in who verifies and how often, and in nothing else.
 * @throws StartError where the mode's key is missing.
 */
export function signingAuthority(settings: SigningSettings, log: Pick<Logger, 'info' | 'error'>): SigningAuthority {
  const { AUTH_MODE, TOKEN_TTL } = settings;
  if (AUTH_MODE === 'shared-secret') {
    const key = secretKey(keyFor(settings, 'JWT_SECRET'));
    const issueToken = createTokenIssuer(() => ({ algorithm: 'HS256', key }), TOKEN_TTL);
    return { issueToken, verify: sharedSecret(key), routes: [], stop: () => {} };
  }
  const { current, stop } = signingKeys(keyFor(settings, 'JWT_PRIVATE_KEY'), settings.JWT_PRIVATE_KEY_FILE, log);
  const isPublished = AUTH_MODE === 'jwks' || AUTH_MODE === 'gateway';
  return {
    issueToken: createTokenIssuer(() => ({ algorithm: 'RS256', ...current().signer }), TOKEN_TTL),
    verify: jwks(localKeySet(current)),
    routes: isPublished ? [keySetRoute(current)] : [],
    stop,
  };
}
