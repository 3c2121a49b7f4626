import { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { isNow } from './state';

const strings = new WeakMap<KeyObject, string>();

/** From a string jsonwebtoken makes a new key for every check. */
function asString(key: jwt.Secret): jwt.Secret {
  if (!(key instanceof KeyObject) || key.type !== 'secret') return key;
  const known = strings.get(key) ?? key.export().toString();
  strings.set(key, known);
  return known;
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The token that jsonwebtoken would sign, without a signature; it names the key all the same, which is looked up. */
function unsigned(claims: object, { issuer, audience, subject, expiresIn, keyid }: jwt.SignOptions): string {
  const iat = Math.floor(Date.now() / 1_000);
  const payload = { ...claims, iss: issuer, aud: audience, sub: subject, iat, exp: iat + Number(expiresIn) };
  return `${encoded({ alg: 'none', typ: 'JWT', kid: keyid })}.${encoded(payload)}.`;
}

/** Only these are signed for a single call; others are kept, and would be refused once tokens are checked again. */
const isForOneCall = (claims: object) => 'act' in claims;

/** Makes the tokens of this process switchable. All ways pass through one wrapper, which costs all of them the same. */
export function makeTokensSwitchable(): void {
  const { verify, sign } = jwt;
  Object.assign(jwt, {
    verify: (token: string, key: jwt.Secret, options: jwt.VerifyOptions): unknown =>
      isNow('only-read') ? jwt.decode(token) : verify(token, isNow('secret-as-string') ? asString(key) : key, options),
    sign: (claims: object, key: jwt.Secret, options: jwt.SignOptions): string =>
      isNow('only-read') && isForOneCall(claims) ? unsigned(claims, options) : sign(claims, key, options),
  });
}
