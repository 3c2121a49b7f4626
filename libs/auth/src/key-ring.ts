import { type KeyObject, createPublicKey } from 'node:crypto';
import { type PublicJwk, privateKey, publicJwk } from './keys';

/** The RSA keys of whoever signs: one of them signs, and tokens signed with any of them hold. */
export interface KeyRing {
  signer: { key: KeyObject; kid: string };
  published: PublicJwk[];
  /** The public halves by `kid`. */
  publicKeys: ReadonlyMap<string, KeyObject>;
}

const PEM = /-----BEGIN [^-]+-----.+?-----END [^-]+-----/gs;

/**
 * Private keys in PEM, one below the other: the first signs, all are published. To rotate: put the new key below the
 * old one; once every verifier has fetched the set anew (ten minutes, see `remoteKeySet`), move it to the top; when the
 * last token of the old one has expired (TOKEN_TTL), drop that.
 * @throws StartError where one of them is no private key, or a short one.
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
