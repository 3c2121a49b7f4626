import { type KeyObject, createPublicKey } from 'node:crypto';
import { type KeyUse, type PublicJwk, privateKey, publicJwk } from './keys';

/** The keys of a process that signs: one of them signs, and tokens signed with any of them are valid. */
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
 * last token of the old key has expired (TOKEN_TTL, or five minutes for service tokens), remove that key.
 * @throws StartError if one of them is not a private key for that use.
 */
export function keyRing(pems: string, use: KeyUse): KeyRing {
  const keys = (pems.match(PEM) ?? [pems]).map((pem) => {
    const key = privateKey(pem, use);
    return { key, jwk: publicJwk(key), publicKey: createPublicKey(key) };
  });
  const [first] = keys;
  return {
    signer: { key: first!.key, kid: first!.jwk.kid },
    published: keys.map(({ jwk }) => jwk),
    publicKeys: new Map(keys.map(({ jwk, publicKey }) => [jwk.kid, publicKey])),
  };
}
