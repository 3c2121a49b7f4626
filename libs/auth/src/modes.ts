import type { AuthMode, Owner, TokenIntrospector, authModes } from '@jobly/contracts';
import type { Authenticator, TokenVerifier } from './authenticator';
import type { KeySet } from './key-set';
import { secretKey } from './keys';
import { type AuthSettings, internalSecrets, keyFor } from './settings';
import { gateway } from './strategies/gateway';
import { introspect } from './strategies/introspect';
import { introspectCached } from './strategies/introspect-cached';
import { jwks } from './strategies/jwks';
import { sharedSecret } from './strategies/shared-secret';
import { type TokenExchange, tokenExchange } from './token-exchange';

/** The parts that modes are built from: the local verifier, and the introspector to ask instead. */
export interface Means {
  verify: TokenVerifier;
  introspector: TokenIntrospector;
}

/** The monolith's authenticator; its introspector is the monolith itself. */
export function authenticator(
  mode: (typeof authModes.monolith)[number],
  { verify, introspector }: Means,
): Authenticator {
  return mode === 'introspect' ? introspect(introspector) : verify;
}

export interface ServiceSettings extends AuthSettings {
  /** How long `introspect-cached` keeps an answer, in seconds. */
  AUTH_CACHE_TTL: number;
}

/**
 * A service's authenticator.
 * @throws StartError if the mode's key is missing.
 */
export function serviceAuthenticator(
  service: Owner,
  settings: ServiceSettings,
  { verify, introspector }: Means,
): Authenticator {
  const modes: Record<AuthMode, () => Authenticator> = {
    'shared-secret': () => verify,
    jwks: () => verify,
    introspect: () => introspect(introspector),
    'introspect-cached': () => introspectCached(introspector, settings.AUTH_CACHE_TTL),
    gateway: () => gateway(service, secretKey(keyFor(settings, internalSecrets[service]))),
  };
  return modes[settings.AUTH_MODE]();
}

/**
 * The verifier of a process that signs nothing; `keys` is the source of the signer's public keys.
 * @throws StartError if the mode's key is missing.
 */
export function tokenVerifier(settings: AuthSettings, keys: KeySet): TokenVerifier {
  if (settings.AUTH_MODE !== 'shared-secret') return jwks(keys);
  return sharedSecret(secretKey(keyFor(settings, 'JWT_SECRET')));
}

/**
 * The gateway's exchange of users' tokens; `keys` is the source of the signer's public keys.
 * @throws StartError if the secret of a service is missing.
 */
export function gatewayExchange(settings: AuthSettings, keys: KeySet): TokenExchange {
  const secretOf = (service: Owner) => secretKey(keyFor(settings, internalSecrets[service]));
  const secrets = { users: secretOf('users'), companies: secretOf('companies'), jobs: secretOf('jobs') };
  return tokenExchange(jwks(keys), secrets);
}
