import { generateKeyPairSync } from 'node:crypto';

/** A new RSA private key in PEM. */
export const aPrivateKey = (modulusLength = 2048): string =>
  generateKeyPairSync('rsa', {
    modulusLength,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;

/** A log that nobody reads. */
export const unread = { info: () => {}, error: () => {} };
