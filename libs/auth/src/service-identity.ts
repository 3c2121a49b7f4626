import type { Owner } from '@jobly/contracts';
import type { Router } from 'express';
import type { Logger } from 'pino';
import type { KeyRing } from './key-ring';
import { serviceKeySetRoute } from './key-set-route';
import { signingKeys } from './signing-keys';

/** What proves to a service's neighbours that it is the one who calls. */
export interface ServiceIdentity {
  service: Owner;
  /** The key that signs at the moment. */
  signer: () => KeyRing['signer'];
  /** The routes at which it publishes its public keys. */
  routes: Router[];
  stop: () => void;
}

interface IdentitySettings {
  /** In PEM, one below the other. */
  privateKeys: string;
  /** The file that they came from, if any; it is watched for a rotation. */
  file: string | undefined;
}

/**
 * The identity of a service: private keys that nobody else has (ES256). The first signs, and tokens signed with any of
 * them are valid; they are rotated like the keys of users' tokens.
 * @throws StartError if one of them is no usable key.
 */
export function serviceIdentity(
  service: Owner,
  { privateKeys, file }: IdentitySettings,
  log: Pick<Logger, 'info' | 'error'>,
): ServiceIdentity {
  const setting = `${service.toUpperCase()}_SERVICE_PRIVATE_KEY`;
  const { current, stop } = signingKeys(privateKeys, file, log, { setting, algorithm: 'ES256' });
  return { service, signer: () => current().signer, routes: [serviceKeySetRoute(current)], stop };
}
