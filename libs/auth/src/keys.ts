import { type KeyObject, createHash, createPrivateKey, createPublicKey, createSecretKey } from 'node:crypto';
import { StartError } from '@jobly/contracts';

/** A public key in the form that a JWKS publishes (RFC 7517). */
export interface PublicJwk {
  kid: string;
  kty: string;
  alg: string;
  use: string;
  [parameter: string]: unknown;
}

/** Made once: verifying with a string imports the key every time, which costs about four times the check itself. */
export const secretKey = (secret: string): KeyObject => createSecretKey(Buffer.from(secret));

/** RS256 takes no shorter key (RFC 7518, 3.3). */
const MIN_RSA_BITS = 2048;

/** @throws StartError if the PEM is not an RSA private key, or is too short. */
export function privateKey(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'rsa' && key.asymmetricKeyDetails!.modulusLength! >= MIN_RSA_BITS) return key;
  } catch (cause) {
    throw new StartError('JWT_PRIVATE_KEY is not a private key in PEM format.', { cause });
  }
  throw new StartError(`JWT_PRIVATE_KEY must be an RSA key of at least ${MIN_RSA_BITS} bits.`);
}

/** The public half, named by its thumbprint (RFC 7638), so that every process derives the same `kid`. */
export function publicJwk(key: KeyObject): PublicJwk {
  const { e, kty, n } = createPublicKey(key).export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url');
  return { kid, kty: kty!, alg: 'RS256', use: 'sig', e, n };
}
