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

/** What a private key is for. */
export interface KeyUse {
  /** The setting that holds it. */
  setting: string;
  algorithm: 'RS256' | 'ES256';
}

/** The signing of users' tokens. */
export const USER_TOKEN_KEYS: KeyUse = { setting: 'JWT_PRIVATE_KEY', algorithm: 'RS256' };

/** Made once: verifying with a string imports the key every time, which costs about four times the check itself. */
export const secretKey = (secret: string): KeyObject => createSecretKey(Buffer.from(secret));

/** RS256 takes no shorter key (RFC 7518, 3.3). */
const MIN_RSA_BITS = 2048;

/** The keys that an algorithm takes (RFC 7518, 3.3 and 3.4). */
const kinds = {
  RS256: {
    description: `an RSA key of at least ${MIN_RSA_BITS} bits`,
    includes: ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) =>
      asymmetricKeyType === 'rsa' && asymmetricKeyDetails!.modulusLength! >= MIN_RSA_BITS,
  },
  ES256: {
    description: 'an EC key on the curve P-256',
    includes: ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) =>
      asymmetricKeyType === 'ec' && asymmetricKeyDetails!.namedCurve === 'prime256v1',
  },
};

/** @throws StartError if the PEM is not a private key, or none for the algorithm. */
export function privateKey(pem: string, { setting, algorithm }: KeyUse): KeyObject {
  const { description, includes } = kinds[algorithm];
  const key = parsed(pem, setting);
  if (includes(key)) return key;
  throw new StartError(`${setting} must be ${description}.`);
}

function parsed(pem: string, setting: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new StartError(`${setting} is not a private key in PEM format.`, { cause });
  }
}

/** The public half, named by its thumbprint (RFC 7638), so that every process derives the same `kid`. */
export function publicJwk(key: KeyObject): PublicJwk {
  const { crv, e, kty, n, x, y } = createPublicKey(key).export({ format: 'jwk' });
  const isEc = kty === 'EC';
  // What a thumbprint is made of, in this order.
  const members = isEc ? { crv, kty, x, y } : { e, kty, n };
  const kid = createHash('sha256').update(JSON.stringify(members)).digest('base64url');
  return { ...members, kid, kty: kty!, alg: isEc ? 'ES256' : 'RS256', use: 'sig' };
}
