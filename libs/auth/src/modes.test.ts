import { type JsonWebKey, createPublicKey } from 'node:crypto';
import { StartError } from '@jobly/contracts';
import express from 'express';
import jwt from 'jsonwebtoken';
import request from 'supertest';
import { localKeySet } from './key-set';
import { aPrivateKey } from './keys.fixture';
import { signingAuthority, verifier } from './modes';

const secret = 's'.repeat(32);
const pem = aPrivateKey();
const publicPem = createPublicKey(pem).export({ type: 'spki', format: 'pem' });
const settings = {
  'shared-secret': { AUTH_MODE: 'shared-secret', JWT_SECRET: secret, TOKEN_TTL: 600 },
  jwks: { AUTH_MODE: 'jwks', JWT_PRIVATE_KEY: pem, TOKEN_TTL: 600 },
} as const;
const modes = ['shared-secret', 'jwks'] as const;

type PublishedKey = JsonWebKey & { kid: string; kty: string; alg: string; use: string };

/** What the signing process publishes. */
async function publishedBy(authority: ReturnType<typeof signingAuthority>) {
  const app = express().use(...authority.routes);
  return (await request(app).get('/.well-known/jwks.json')).body as { keys: PublishedKey[] };
}

const { keys } = await publishedBy(signingAuthority(settings.jwks));
const kid = keys[0]!.kid;

/** A service that only verifies. */
const verifying = {
  'shared-secret': verifier({ AUTH_MODE: 'shared-secret', JWT_SECRET: secret }, localKeySet([])),
  jwks: verifier({ AUTH_MODE: 'jwks' }, localKeySet(keys)),
};

const claims = { sub: 'ada', username: 'ada', isAdmin: false, iss: 'jobly', aud: 'jobly-api' };
const now = Math.floor(Date.now() / 1000);
const valid = { ...claims, exp: now + 600 };

/** A token signed with the right key, whatever it says. */
const signed = {
  'shared-secret': (payload: object) => jwt.sign(payload, secret, { algorithm: 'HS256' }),
  jwks: (payload: object) => jwt.sign(payload, pem, { algorithm: 'RS256', keyid: kid }),
};

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The token with another payload under the same signature. */
const tampered = (token: string, payload: object) => token.replace(/\.[^.]+\./, `.${encoded(payload)}.`);

describe.each(modes)('a token in the mode %s', (mode) => {
  const { issueToken, authenticate } = signingAuthority(settings[mode]);
  const sign = signed[mode];

  it.each([true, false])('says who it is: admin %p', async (isAdmin) => {
    const token = issueToken({ username: 'ada', isAdmin });
    expect(await authenticate(token)).toEqual({ username: 'ada', isAdmin });
    expect(await verifying[mode](token)).toEqual({ username: 'ada', isAdmin });
  });

  it('has the claims of the contract', () => {
    const payload = jwt.decode(issueToken({ username: 'ada', isAdmin: true })) as jwt.JwtPayload;
    expect(payload).toMatchObject({ sub: 'ada', username: 'ada', isAdmin: true, iss: 'jobly', aud: 'jobly-api' });
    expect(payload.exp! - payload.iat!).toBe(600);
  });

  it('is never the same twice', () => {
    const ids = [1, 2].map(() => (jwt.decode(issueToken({ username: 'ada', isAdmin: false })) as jwt.JwtPayload).jti);
    expect(new Set(ids).size).toBe(2);
  });

  it('holds when anyone with the key has signed it', async () => {
    expect(await verifying[mode](sign(valid))).toEqual({ username: 'ada', isAdmin: false });
  });

  it.each<[string, string]>([
    ['expired', sign({ ...valid, exp: now - 1 })],
    ['not yet valid', sign({ ...valid, nbf: now + 60 })],
    ['without an end', sign(claims)],
    ['of another issuer', sign({ ...valid, iss: 'jobly-services' })],
    ['for another audience', sign({ ...valid, aud: 'jobs' })],
    ['of no issuer', sign({ ...valid, iss: undefined })],
    ['for nobody', sign({ ...valid, aud: undefined })],
    ['for two names', sign({ ...valid, sub: 'bob' })],
    ['without a name', sign({ ...valid, sub: undefined, username: undefined })],
    ['with another type of admin', sign({ ...valid, isAdmin: 'true' })],
    ['without a signature', `${encoded({ alg: 'none', typ: 'JWT', kid })}.${encoded(valid)}.`],
    ['with its signature cut off', sign(valid).replace(/\.[^.]+$/, '.')],
    ['with its payload changed', tampered(sign(valid), { ...valid, isAdmin: true })],
    ['with the public key for a secret', jwt.sign(valid, publicPem, { algorithm: 'HS256', keyid: kid })],
    ['signed with another secret', jwt.sign(valid, 'x'.repeat(32), { algorithm: 'HS256', keyid: kid })],
    ['signed with another private key', jwt.sign(valid, aPrivateKey(), { algorithm: 'RS256', keyid: kid })],
    ['in another algorithm of the family', mode === 'jwks' ? rs512() : jwt.sign(valid, secret, { algorithm: 'HS512' })],
    ['of the other mode', signed[mode === 'jwks' ? 'shared-secret' : 'jwks'](valid)],
    [
      'with a payload that is no object',
      `${encoded({ alg: 'HS256', kid })}.${Buffer.from('"x"').toString('base64url')}.x`,
    ],
    ['that is no token', 'x.y.z'],
    ['that is nothing like one', '…'],
  ])('does not hold: %s', async (_name, token) => {
    await expect(authenticate(token)).rejects.toMatchObject({ kind: 'unauthorized', detail: 'Unauthorized' });
    await expect(verifying[mode](token)).rejects.toMatchObject({ kind: 'unauthorized' });
  });
});

function rs512(): string {
  return jwt.sign(valid, pem, { algorithm: 'RS512', keyid: kid });
}

describe('a key id', () => {
  it.each([undefined, '', 'unknown', '../../etc/passwd', '__proto__', 'constructor', 'k'.repeat(50_000)])(
    'that nobody published opens nothing: %.40p',
    async (keyid) => {
      const token = jwt.sign(valid, pem, { algorithm: 'RS256', ...(keyid !== undefined && { keyid }) });
      await expect(verifying.jwks(token)).rejects.toMatchObject({ kind: 'unauthorized' });
    },
  );

  it.each([5, true, {}, []])('that is no string opens nothing: %p', async (odd) => {
    const [, payload, signature] = signed.jwks(valid).split('.');
    const token = [encoded({ alg: 'RS256', typ: 'JWT', kid: odd }), payload, signature].join('.');
    await expect(verifying.jwks(token)).rejects.toMatchObject({ kind: 'unauthorized' });
  });
});

describe('the published keys', () => {
  it('are public, and named the same by every process that has the key', async () => {
    expect(keys).toEqual([{ kid, kty: 'RSA', alg: 'RS256', use: 'sig', e: 'AQAB', n: keys[0]!.n }]);
    expect(await publishedBy(signingAuthority(settings.jwks))).toEqual({ keys });
    expect(
      (await publishedBy(signingAuthority({ ...settings.jwks, JWT_PRIVATE_KEY: aPrivateKey() }))).keys[0]!.kid,
    ).not.toBe(kid);
  });

  it('are those the tokens name', () => {
    const token = signingAuthority(settings.jwks).issueToken({ username: 'ada', isAdmin: false });
    expect(jwt.decode(token, { complete: true })!.header).toMatchObject({ alg: 'RS256', kid });
  });

  it('are none where a secret is shared', () => {
    expect(signingAuthority(settings['shared-secret']).routes).toEqual([]);
  });
});

describe('a mode', () => {
  it.each([
    [{ AUTH_MODE: 'shared-secret' }, 'AUTH_MODE=shared-secret needs JWT_SECRET (or JWT_SECRET_FILE).'],
    [{ AUTH_MODE: 'jwks' }, 'AUTH_MODE=jwks needs JWT_PRIVATE_KEY (or JWT_PRIVATE_KEY_FILE).'],
    [{ AUTH_MODE: 'jwks', JWT_PRIVATE_KEY: 'nonsense' }, 'JWT_PRIVATE_KEY is not a private key in PEM format.'],
    [
      { AUTH_MODE: 'jwks', JWT_PRIVATE_KEY: publicPem as string },
      'JWT_PRIVATE_KEY is not a private key in PEM format.',
    ],
    [
      { AUTH_MODE: 'jwks', JWT_PRIVATE_KEY: aPrivateKey(1024) },
      'JWT_PRIVATE_KEY must be an RSA key of at least 2048 bits.',
    ],
  ] as const)('stops the start where its key is missing or wrong: %#', (wrong, sentence) => {
    const start = () => signingAuthority({ ...wrong, TOKEN_TTL: 600 });
    expect(start).toThrow(StartError);
    expect(start).toThrow(sentence);
  });

  it('needs its key on the side that verifies, too', () => {
    const start = () => verifier({ AUTH_MODE: 'shared-secret' }, localKeySet([]));
    expect(start).toThrow('AUTH_MODE=shared-secret needs JWT_SECRET (or JWT_SECRET_FILE).');
  });
});
