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

/** Makes the checks of this process switchable. All ways pass through one wrapper, which costs all of them the same. */
export function makeTokensSwitchable(): void {
  const { verify } = jwt;
  Object.assign(jwt, {
    verify: (token: string, key: jwt.Secret, options: jwt.VerifyOptions): unknown =>
      isNow('only-read') ? jwt.decode(token) : verify(token, isNow('secret-as-string') ? asString(key) : key, options),
  });
}
