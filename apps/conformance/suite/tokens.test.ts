import { createPublicKey, type JsonWebKey } from 'node:crypto';
import jwt, { type JwtPayload } from 'jsonwebtoken';
import { api, as } from './support/api';
import * as forge from './support/forgery';
import { expectProblem } from './support/problems';
import { asAdmin, aUser, userBody } from './support/records';
import { capabilities } from './support/target';

const { tokenLifetime, tokenAlgorithm, jwksUrl } = capabilities;

async function expectRefused(authorization: Record<string, string>) {
  const response = await api.get('/users').set(authorization);
  expectProblem(response, 401);
  expect(response.headers['www-authenticate']).toMatch(/^Bearer\b/);
}

describe('the token', () => {
  it('carries who, what, from whom, for whom and how long', async () => {
    const { username, token } = await aUser();
    const claims = jwt.decode(token) as JwtPayload;
    expect(claims).toEqual({
      sub: username,
      username,
      account: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
      isAdmin: false,
      passwordVersion: 1,
      iat: expect.any(Number),
      exp: expect.any(Number),
      iss: expect.stringMatching(/./),
      aud: expect.anything(),
      jti: expect.stringMatching(/./),
    });
    const lifetime = Number(claims.exp) - Number(claims.iat);
    expect(lifetime).toBe(tokenLifetime ?? lifetime);
  });

  it('is signed by the declared algorithm, and never by none', async () => {
    const { token } = await aUser();
    const { header } = jwt.decode(token, { complete: true }) ?? {};
    expect(header?.alg).toMatch(tokenAlgorithm ?? /^[A-Z]{2}\d{3}$/);
  });

  it('is the same kind of token from a registration, a login and an admin', async () => {
    const registration = userBody();
    const { username, password } = registration;
    const registered = await api.post('/auth/register').send(registration);
    const loggedIn = await api.post('/auth/token').send({ username, password });
    for (const { body } of [registered, loggedIn]) {
      expect(await api.get(`/users/${username}`).set(as(body.token))).toMatchObject({ status: 200 });
      expect(jwt.decode(body.token)).toMatchObject({ sub: username, username, isAdmin: false });
    }
  });

  it('may be announced as "bearer": a scheme has no case (RFC 9110, 11.1)', async () => {
    const { username, token } = await aUser();
    const response = await api.get(`/users/${username}`).set({ Authorization: `bearer ${token}` });
    expect(response).toMatchObject({ status: 200 });
  });
});

describe('a header that is no Bearer token', () => {
  it.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer null',
    'Bearer undefined',
    'Bearer .',
    'Bearer ..',
    'Bearer a.b.c',
    'Bearer {"username":"testadmin"}',
    'null',
    'garbage',
    `Bearer ${'x'.repeat(10_000)}`,
    `Bearer ${'x'.repeat(3_000)}.${'y'.repeat(3_000)}.${'z'.repeat(3_000)}`,
  ])('is refused: %.40j', async (header) => {
    await expectRefused({ Authorization: header });
  });

  it('is refused though the credentials in it are right: Basic', async () => {
    const { username, password } = capabilities.admin;
    const basic = Buffer.from(`${username}:${password}`).toString('base64');
    await expectRefused({ Authorization: `Basic ${basic}` });
  });

  it.each(['Token', 'JWT', 'Basic', ''])('is refused with a valid token as well: %j', async (scheme) => {
    const { token } = await aUser({ isAdmin: true });
    await expectRefused({ Authorization: `${scheme} ${token}`.trim() });
  });

  it('is refused with something behind a valid token', async () => {
    const { token } = await aUser({ isAdmin: true });
    await expectRefused(as(`${token} ${token}`));
    await expectRefused(as(`${token}x`));
  });
});

describe('a token anywhere but in the header', () => {
  it('is no token', async () => {
    const { token } = await aUser({ isAdmin: true });
    expectProblem(await api.get('/users').query({ token }), 401);
    expectProblem(await api.get('/users').query({ access_token: token }), 401);
    expectProblem(await api.get('/users').set('Cookie', `token=${token}`), 401);
    expectProblem(await api.post('/companies').send({ _token: token }), 401);
  });
});

describe('a forged token', () => {
  const forgeries: [string, (token: string) => string][] = [
    ['claims raised to admin', (token) => forge.tampered(token, { payload: forge.adminClaims(token) })],
    ['another signature', forge.withOtherSignature],
    ['no signature', (token) => forge.tampered(token, { signature: '' })],
    ['half a signature', (token) => token.slice(0, -20)],
    ['"alg": "none"', (token) => forge.unsigned(forge.adminClaims(token))],
    ['"alg": "nOnE"', (token) => forge.unsigned(forge.adminClaims(token), 'nOnE')],
    ['"alg": "HS256" and no signature', (token) => forge.unsigned(forge.adminClaims(token), 'HS256')],
    ['a header saying none before a true signature', (token) => forge.tampered(token, { header: { alg: 'none' } })],
    ['the key of a stranger', (token) => forge.signedByStranger(forge.adminClaims(token))],
    [
      'the key of a stranger, recommended by the header',
      (token) => forge.signedByStranger(forge.adminClaims(token), { jwk: forge.strangersPublicKey() }),
    ],
    [
      'a key id that is a path',
      (token) => forge.signedByStranger(forge.adminClaims(token), { kid: '../../../../dev/null' }),
    ],
    [
      'a key of a stranger who says where to fetch it',
      (token) => forge.signedByStranger(forge.adminClaims(token), { jku: 'http://127.0.0.1:9/jwks.json' }),
    ],
    ...['secret', 'secret-dev', 'password', 'jobly', 'changeme', '-'].map((secret): (typeof forgeries)[number] => [
      `the secret ${JSON.stringify(secret)}`,
      (token) => forge.signedWithSecret(forge.adminClaims(token), secret),
    ]),
  ];

  it.each(forgeries)('with %s is refused', async (_, forgery) => {
    const { username, token } = await aUser();
    expect(await api.get(`/users/${username}`).set(as(token))).toMatchObject({ status: 200 });
    await expectRefused(as(forgery(token)));
  });

  it('that has expired is refused', async () => {
    const { token } = await aUser();
    const expired = { ...forge.adminClaims(token), exp: Math.floor(Date.now() / 1000) - 60 };
    await expectRefused(as(forge.tampered(token, { payload: expired })));
    await expectRefused(as(forge.signedByStranger(expired)));
  });

  const withPublicKeys = jwksUrl ? it : it.skip;

  withPublicKeys('with a public key for a secret is refused', async () => {
    const { token } = await aUser();
    for (const jwk of await publicKeys()) {
      const key = createPublicKey({ key: jwk, format: 'jwk' });
      const kid = jwt.decode(token, { complete: true })?.header.kid;
      for (const secret of [key.export({ type: 'spki', format: 'pem' }).toString(), JSON.stringify(jwk), `${jwk.n}`]) {
        const header = { alg: 'HS256', typ: 'JWT', kid };
        await expectRefused(as(forge.signedWithSecret(forge.adminClaims(token), secret, header)));
      }
    }
  });

  withPublicKeys('is not helped by the public keys, which are public parts only', async () => {
    for (const jwk of await publicKeys()) expect(Object.keys(jwk)).not.toContain('d');
  });
});

describe('public operations', () => {
  it.each(['Bearer garbage', 'Bearer undefined', 'Basic garbage', ''])('ignore the header %j', async (header) => {
    const { username, password } = await aUser();
    expect(await api.get('/jobs?limit=1').set({ Authorization: header })).toMatchObject({ status: 200 });
    expect(await api.get('/companies?limit=1').set({ Authorization: header })).toMatchObject({ status: 200 });
    const logIn = api.post('/auth/token').set({ Authorization: header }).send({ username, password });
    expect(await logIn).toMatchObject({ status: 200 });
    const registration = api.post('/auth/register').set({ Authorization: header }).send(userBody());
    expect(await registration).toMatchObject({ status: 201 });
  });
});

describe('an admin', () => {
  it('stays one by the token alone, whatever the request claims', async () => {
    const { token } = await aUser();
    const claims = { ...as(token), 'X-User': capabilities.admin.username, 'X-Is-Admin': 'true' };
    expectProblem(await api.get('/users').set(claims), 403);
    expect(await api.get('/users').set(await asAdmin())).toMatchObject({ status: 200 });
  });
});

async function publicKeys(): Promise<JsonWebKey[]> {
  const response = await fetch(`${jwksUrl}`);
  const { keys } = (await response.json()) as { keys: JsonWebKey[] };
  expect(keys).not.toHaveLength(0);
  return keys;
}
