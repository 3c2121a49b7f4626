import { generateKeyPairSync } from 'node:crypto';
import type { Owner } from '@jobly/contracts';
import { keyRing } from './key-ring';
import { localKeySet } from './key-set';

/** A new RSA private key in PEM. */
export const aPrivateKey = (modulusLength = 2048): string =>
  generateKeyPairSync('rsa', {
    modulusLength,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;

/** A new EC private key in PEM, as a service has one. */
export const aServiceKey = (namedCurve = 'P-256'): string =>
  generateKeyPairSync('ec', {
    namedCurve,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;

/** A service with a key of its own, which may be replaced, and the keys by which its neighbours know it. */
export function aService(service: Owner) {
  const ringOf = (pems: string) => keyRing(pems, { setting: 'KEY', algorithm: 'ES256' });
  let ring = ringOf(aServiceKey());
  return {
    service,
    signer: () => ring.signer,
    keys: localKeySet(() => ring),
    replaceKey: () => (ring = ringOf(aServiceKey())),
  };
}

/** A log that nobody reads. */
export const unread = { info: () => {}, error: () => {} };
