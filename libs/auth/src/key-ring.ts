import { type KeyObject, createPublicKey } from 'node:crypto';
import { type PublicJwk, privateKey, publicJwk } from './keys';

/** The RSA keys of the signing process: one of them signs, and tokens signed with any of them are valid. */
export interface KeyRing {
  signer: { key: KeyObject; kid: string };
  published: PublicJwk[];
  /** The public halves by `kid`. */
  publicKeys: ReadonlyMap<string, KeyObject>;
}

const PEM = /-----BEGIN [^-]+-----.+?-----END [^-]+-----/gs;

/**
 * Private keys in PEM, one below the other: the first signs, all are published. To rotate, put the new key below the
 * old one. Once every verifier has refetched the set (ten minutes, see `remoteKeySet`), move it to the top. When the
 * last token of the old key has expired (TOKEN_TTL), remove that key.
 * @throws StartError if one of them is not a private key, or is too short.
 */
export function keyRing(pems: string): KeyRing {
  const keys = (pems.match(PEM) ?? [pems]).map((pem) => {
    const key = privateKey(pem);
    return { key, jwk: publicJwk(key), publicKey: createPublicKey(key) };
  });
  const [first] = keys;
  return {
    signer: { key: first!.key, kid: first!.jwk.kid },
    published: keys.map(({ jwk }) => jwk),
    publicKeys: new Map(keys.map(({ jwk, publicKey }) => [jwk.kid, publicKey])),
  };
}
