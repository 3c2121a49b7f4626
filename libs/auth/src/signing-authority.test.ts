import { type JsonWebKey, createPublicKey } from 'node:crypto';
import { type AuthMode, StartError } from '@jobly/contracts';
import express from 'express';
import jwt from 'jsonwebtoken';
import request from 'supertest';
import { anAccount } from './accounts.fixture';
import { aPrivateKey, unread } from './keys.fixture';
import { signingAuthority } from './signing-authority';

const pem = aPrivateKey();

const authorityWith = (AUTH_MODE: AuthMode, keys: string = pem) => {
  const secrets = { JWT_SECRET: 's'.repeat(32), JWT_PRIVATE_KEY: keys };
  return signingAuthority({ AUTH_MODE, ...secrets, TOKEN_TTL: 600 }, unread);
};

type PublishedKey = JsonWebKey & { kid: string; kty: string; alg: string; use: string };

/** The keys that the signing process publishes. */
async function publishedBy({ routes }: ReturnType<typeof signingAuthority>) {
  const app = express().use(...routes);
  return ((await request(app).get('/.well-known/jwks.json')).body as { keys: PublishedKey[] }).keys;
}

const kidOf = (token: string) => jwt.decode(token, { complete: true })!.header.kid;
const ada = anAccount('ada');

describe('the published keys', () => {
  it('are public, and named the same by every process that has the key', async () => {
    const keys = await publishedBy(authorityWith('jwks'));
    const { kid, n } = keys[0]!;
    expect(keys).toEqual([{ kid, kty: 'RSA', alg: 'RS256', use: 'sig', e: 'AQAB', n }]);
    expect(await publishedBy(authorityWith('gateway'))).toEqual(keys);
    const [another] = await publishedBy(authorityWith('jwks', aPrivateKey()));
    expect(another!.kid).not.toBe(kid);
  });

  it('are those the tokens name', async () => {
    const authority = authorityWith('jwks');
    const [key] = await publishedBy(authority);
    expect(jwt.decode(authority.issueToken(ada), { complete: true })!.header).toMatchObject({
      alg: 'RS256',
      kid: key!.kid,
    });
  });

  it.each(['shared-secret', 'introspect', 'introspect-cached'] as const)(
    'are none where nobody needs them: %s',
    (mode) => {
      expect(authorityWith(mode).routes).toEqual([]);
    },
  );
});

describe('of several keys', () => {
  const older = aPrivateKey();
  const both = authorityWith('jwks', `${pem}\n${older}`);

  it('the first signs, and all are published', async () => {
    const [first, second] = await publishedBy(both);
    expect(kidOf(both.issueToken(ada))).toBe(first!.kid);
    expect(second!.kid).toBe(kidOf(authorityWith('jwks', older).issueToken(ada)));
  });

  it('each makes tokens that hold', async () => {
    for (const key of [pem, older]) {
      expect(await both.verify(authorityWith('jwks', key).issueToken(ada))).toMatchObject(ada);
    }
    await expect(authorityWith('jwks').verify(authorityWith('jwks', older).issueToken(ada))).rejects.toMatchObject({
      kind: 'unauthorized',
    });
  });
});

describe('the start is refused', () => {
  const publicPem = createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString();

  it.each<[AuthMode, string | undefined, string]>([
    ['shared-secret', undefined, 'AUTH_MODE=shared-secret needs JWT_SECRET (or JWT_SECRET_FILE).'],
    ['jwks', undefined, 'AUTH_MODE=jwks needs JWT_PRIVATE_KEY (or JWT_PRIVATE_KEY_FILE).'],
    ['introspect', undefined, 'AUTH_MODE=introspect needs JWT_PRIVATE_KEY (or JWT_PRIVATE_KEY_FILE).'],
    ['jwks', 'nonsense', 'JWT_PRIVATE_KEY is not a private key in PEM format.'],
    ['jwks', publicPem, 'JWT_PRIVATE_KEY is not a private key in PEM format.'],
    ['jwks', aPrivateKey(1024), 'JWT_PRIVATE_KEY must be an RSA key of at least 2048 bits.'],
    ['jwks', `${pem}${aPrivateKey(1024)}`, 'JWT_PRIVATE_KEY must be an RSA key of at least 2048 bits.'],
  ])('in the mode %s without its key, or with a bad one: %#', (AUTH_MODE, JWT_PRIVATE_KEY, sentence) => {
    const start = () => signingAuthority({ AUTH_MODE, JWT_PRIVATE_KEY, TOKEN_TTL: 600 }, unread);
    expect(start).toThrow(StartError);
    expect(start).toThrow(sentence);
  });

  it('with what made a key unreadable', () => {
    const start = () => signingAuthority({ AUTH_MODE: 'jwks', JWT_PRIVATE_KEY: 'nonsense', TOKEN_TTL: 600 }, unread);
    const cause = expect.objectContaining({ message: expect.stringMatching(/\w/) }) as Error;
    expect(start).toThrow(expect.objectContaining({ cause }) as Error);
  });
});
