import { createSecretKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Table } from '@jobly/lab/results';
import jwt from 'jsonwebtoken';

const WARM_UP = 3_000;
const ROUNDS = 5;
const CHECKS = 1_000;

type Key = KeyObject | string;

/** The table's name, by which the conclusion finds it. */
export const SIGNATURE = 'signature';

/** The time to verify one signature in warm code, with the key ready and with the key as text. */
export function verificationTable(): Table {
  const text = randomBytes(32).toString('hex');
  const secret = createSecretKey(Buffer.from(text));
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const rows = (
    [
      ['HS256', secret, secret, text],
      ['RS256', rsa.privateKey, rsa.publicKey, pemOf(rsa.publicKey)],
      ['ES256', ec.privateKey, ec.publicKey, pemOf(ec.publicKey)],
    ] as const
  ).map(([algorithm, signing, checking, asText]) => {
    const token = jwt.sign({ username: 'ada', isAdmin: false }, signing, { algorithm, expiresIn: 3_600 });
    const timed = (key: Key) => ({
      value: microsecondsOf(() => jwt.verify(token, key, { algorithms: [algorithm] })),
      unit: 'µs',
    });
    return [algorithm, timed(checking), timed(asText)];
  });
  return {
    name: SIGNATURE,
    title: 'Checking one signature',
    note: `jsonwebtoken in a process that does nothing else: the best of ${ROUNDS} rounds of ${CHECKS.toLocaleString('en')}. A KeyObject is made once; out of text, a key is made for every check.`,
    head: ['algorithm', 'KeyObject', 'text'],
    rows,
    keys: ['HS256', 'RS256', 'ES256'],
  };
}

const pemOf = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();

/** The best round: anything else on the machine can only make it slower. */
function microsecondsOf(work: () => unknown): number {
  for (let call = 0; call < WARM_UP; call++) work();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now();
    for (let call = 0; call < CHECKS; call++) work();
    return ((performance.now() - begin) / CHECKS) * 1_000;
  });
  return Math.min(...rounds);
}
