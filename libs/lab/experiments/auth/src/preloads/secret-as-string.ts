import { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';

/**
 * A common mistake, preloaded into processes of the lab: the secret is passed as a string, from which jsonwebtoken
 * makes a new key for every check.
 */
const strings = new WeakMap<KeyObject, string>();

function asString(key: KeyObject): string {
  const known = strings.get(key) ?? key.export().toString();
  strings.set(key, known);
  return known;
}

const { verify } = jwt;

Object.assign(jwt, {
  verify: (token: string, key: jwt.Secret, options: jwt.VerifyOptions) =>
    verify(token, key instanceof KeyObject && key.type === 'secret' ? asString(key) : key, options),
});
