import { createPublicKey } from 'node:crypto';
import { type AuthMode, StartError, authModes } from '@jobly/contracts';
import jwt from 'jsonwebtoken';
import { anAccount, identityOf } from './accounts.fixture';
import { signInternalToken } from './internal-tokens';
import { tokenIntrospector } from './introspector';
import { keyRing } from './key-ring';
import { localKeySet } from './key-set';
import { USER_TOKEN_KEYS, secretKey } from './keys';
import { aPrivateKey, aService, unread } from './keys.fixture';
import { authenticator, gatewayExchange, serviceAuthenticator, tokenVerifier } from './modes';
import { serviceTokens } from './service-tokens';
import { signingAuthority } from './signing-authority';

const secret = 's'.repeat(32);
const internalSecret = 'i'.repeat(32);
const pem = aPrivateKey();
const publicPem = createPublicKey(pem).export({ type: 'spki', format: 'pem' });
const ring = keyRing(pem, USER_TOKEN_KEYS);
const { kid } = ring.signer;
const keys = localKeySet(() => ring);

/** The modes in which a user's own token reaches the verifying services. */
const modes = ['shared-secret', 'jwks', 'introspect', 'introspect-cached'] as const;
const settingsFor = (AUTH_MODE: AuthMode) => ({
  AUTH_MODE,
  ...(AUTH_MODE === 'shared-secret' ? { JWT_SECRET: secret } : { JWT_PRIVATE_KEY: pem }),
  JOBS_INTERNAL_SECRET: internalSecret,
  TOKEN_TTL: 600,
  AUTH_CACHE_TTL: 30,
});

const [ada, root] = [anAccount('ada'), anAccount('root', true)];

/** There are these two. */
const users = {
  identify: async (account: string) => [ada, root].find((user) => user.account === account) ?? null,
};

/** The issuer of tokens in a mode, and all verifiers. */
function parties(mode: (typeof modes)[number]) {
  const settings = settingsFor(mode);
  const { issueToken, verify } = signingAuthority(settings, unread);
  const introspector = tokenIntrospector(verify, users);
  const verifying = [
    serviceAuthenticator('users', settings, { verify, introspector }),
    serviceAuthenticator('jobs', settings, { verify: tokenVerifier(settings, keys), introspector }),
  ];
  const inMonolith = authModes.monolith.find((name) => name === mode);
  if (inMonolith) verifying.push(authenticator(inMonolith, { verify, introspector }));
  return { issueToken, verifying };
}

/** The token that the gateway would pass on to the jobs service for root. */
const internalToken = signInternalToken(root, 'jobs', secretKey(internalSecret), 60);

const claims = { sub: 'ada', ...ada, iss: 'jobly', aud: 'jobly-api', jti: '1' };
const now = Math.floor(Date.now() / 1000);
const valid = { ...claims, exp: now + 600 };

/** A token signed with the right key, with any claims. */
const signedWith = {
  secret: (payload: object) => jwt.sign(payload, secret, { algorithm: 'HS256' }),
  key: (payload: object) => jwt.sign(payload, pem, { algorithm: 'RS256', keyid: kid }),
};

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The token with another payload under the same signature. */
const tampered = (token: string, payload: object) => token.replace(/\.[^.]+\./, `.${encoded(payload)}.`);

afterEach(() => import.meta.jest.restoreAllMocks());

describe.each(modes)('a token in the mode %s', (mode) => {
  const { issueToken, verifying } = parties(mode);
  const [right, other] = mode === 'shared-secret' ? (['secret', 'key'] as const) : (['key', 'secret'] as const);
  const sign = signedWith[right];

  it.each([ada, root])('says who it is: $username', async (user) => {
    const token = issueToken(user);
    for (const authenticate of verifying) expect(await authenticate(token)).toMatchObject(identityOf(user));
  });

  it('has the claims of the contract', () => {
    const payload = jwt.decode(issueToken(root)) as jwt.JwtPayload;
    expect(payload).toMatchObject({ sub: 'root', ...root, iss: 'jobly', aud: 'jobly-api' });
    expect(payload.exp! - payload.iat!).toBe(600);
  });

  it('is never the same twice', () => {
    const ids = [1, 2].map(() => (jwt.decode(issueToken(ada)) as jwt.JwtPayload).jti);
    expect(new Set(ids).size).toBe(2);
  });

  it('holds when anyone with the key has signed it', async () => {
    for (const authenticate of verifying) expect(await authenticate(sign(valid))).toMatchObject({ username: 'ada' });
  });

  it('holds for less than ten seconds after its end, because clocks differ', async () => {
    import.meta.jest.spyOn(Date, 'now').mockReturnValue(now * 1_000);
    const [late, tooLate] = [9, 10].map((seconds) => sign({ ...valid, exp: now - seconds })) as [string, string];
    for (const authenticate of verifying) {
      expect(await authenticate(late)).toMatchObject({ username: 'ada' });
      await expect(authenticate(tooLate)).rejects.toMatchObject({ kind: 'unauthorized' });
    }
  });

  it.each<[string, string]>([
    ['expired', sign({ ...valid, exp: now - 10 })],
    ['not yet valid', sign({ ...valid, nbf: now + 60 })],
    ['without an end', sign(claims)],
    ['of another issuer', sign({ ...valid, iss: 'jobly-services' })],
    ['for another audience', sign({ ...valid, aud: 'jobs' })],
    ['of no issuer', sign({ ...valid, iss: undefined })],
    ['for nobody', sign({ ...valid, aud: undefined })],
    ['for two audiences', sign({ ...valid, aud: ['jobly-api', 'jobs'] })],
    ['without an id', sign({ ...valid, jti: undefined })],
    ['for two names', sign({ ...valid, sub: 'bob' })],
    ['without a name', sign({ ...valid, sub: undefined, username: undefined })],
    ['with another type of admin', sign({ ...valid, isAdmin: 'true' })],
    ['from before there were accounts', sign({ ...valid, account: undefined, passwordVersion: undefined })],
    ['without an account', sign({ ...valid, account: undefined })],
    ['with a name for an account', sign({ ...valid, account: 'ada' })],
    ['of no version of the password', sign({ ...valid, passwordVersion: undefined })],
    ['of half a version of the password', sign({ ...valid, passwordVersion: 1.5 })],
    ['without a signature', `${encoded({ alg: 'none', typ: 'JWT', kid })}.${encoded(valid)}.`],
    ['with its signature cut off', sign(valid).replace(/\.[^.]+$/, '.')],
    ['with its payload changed', tampered(sign(valid), { ...valid, isAdmin: true })],
    ['with the public key for a secret', jwt.sign(valid, publicPem, { algorithm: 'HS256', keyid: kid })],
    ['signed with another secret', jwt.sign(valid, 'x'.repeat(32), { algorithm: 'HS256', keyid: kid })],
    ['signed with another private key', jwt.sign(valid, aPrivateKey(), { algorithm: 'RS256', keyid: kid })],
    ['in another algorithm of the family', right === 'key' ? rs512() : jwt.sign(valid, secret, { algorithm: 'HS512' })],
    ['signed as in another mode', signedWith[other](valid)],
    ['of a service', serviceTokens(aService('users'), 'jobs')()],
    ['of a service, on behalf of an admin', serviceTokens(aService('users'), 'jobs')(root)],
    ['of the gateway', internalToken],
    [
      'with a payload that is no object',
      `${encoded({ alg: 'HS256', kid })}.${Buffer.from('"x"').toString('base64url')}.x`,
    ],
    ['that is no token', 'x.y.z'],
    ['that is nothing like one', '…'],
  ])('does not hold: %s', async (_name, token) => {
    for (const authenticate of verifying) {
      await expect(authenticate(token)).rejects.toMatchObject({ kind: 'unauthorized', detail: 'Unauthorized' });
    }
  });
});

function rs512(): string {
  return jwt.sign(valid, pem, { algorithm: 'RS512', keyid: kid });
}

describe('the monolith', () => {
  it.each([
    ['introspect', false],
    ['jwks', true],
    ['shared-secret', true],
  ] as const)('in the mode %s takes somebody who is no longer an admin for one: %p', async (mode, isAdmin) => {
    const { issueToken, verify } = signingAuthority(settingsFor(mode), unread);
    const authenticate = authenticator(mode, { verify, introspector: tokenIntrospector(verify, users) });
    expect(await authenticate(issueToken({ ...ada, isAdmin: true }))).toMatchObject({ isAdmin });
  });
});

describe('in the mode gateway', () => {
  const settings = settingsFor('gateway');
  const { issueToken, verify } = signingAuthority(settings, unread);
  const introspector = tokenIntrospector(verify, users);
  const authenticate = serviceAuthenticator('jobs', settings, { verify, introspector });

  it('a service knows who is calling by the token of the gateway', async () => {
    expect(await authenticate(internalToken)).toEqual(identityOf(root));
  });

  const endless = { iss: 'jobly-gateway', aud: 'jobs', sub: 'ada', account: ada.account, isAdmin: false };
  const internal = (payload: object, key = internalSecret, algorithm: jwt.Algorithm = 'HS256') =>
    jwt.sign({ ...endless, exp: now + 60, ...payload }, key, { algorithm });

  it.each<[string, string]>([
    ["a user's own", issueToken(root)],
    ['a service token', serviceTokens(aService('users'), 'jobs')()],
    ['for another service', internal({ aud: 'users' })],
    ['for everybody', internal({ aud: undefined })],
    ['of another issuer', internal({ iss: 'jobly' })],
    ['expired', internal({ exp: now - 10 })],
    ['without an end', jwt.sign(endless, internalSecret)],
    ['not yet valid', internal({ nbf: now + 60 })],
    ['of nobody', internal({ sub: undefined })],
    ['without an account', internal({ account: undefined })],
    ['with a name for an account', internal({ account: 'ada' })],
    ['with another type of admin', internal({ isAdmin: 1 })],
    ['signed with the secret of another service', internal({}, 'x'.repeat(32))],
    ['in another algorithm', internal({}, internalSecret, 'HS512')],
    ['without a signature', internal({}, '', 'none')],
    ['no token at all', 'x.y.z'],
  ])('no other token opens anything: %s', async (_name, token) => {
    await expect(authenticate(token)).rejects.toMatchObject({ kind: 'unauthorized' });
  });
});

describe('a key id', () => {
  const verify = tokenVerifier(settingsFor('jwks'), keys);

  it.each([undefined, '', 'unknown', '../../etc/passwd', '__proto__', 'constructor', 'k'.repeat(50_000)])(
    'that nobody published opens nothing: %.40p',
    async (keyid) => {
      const token = jwt.sign(valid, pem, { algorithm: 'RS256', ...(keyid !== undefined && { keyid }) });
      await expect(verify(token)).rejects.toMatchObject({ kind: 'unauthorized' });
    },
  );

  it.each([5, true, {}, []])('that is no string opens nothing: %p', async (odd) => {
    const [, payload, signature] = signedWith.key(valid).split('.');
    const token = [encoded({ alg: 'RS256', typ: 'JWT', kid: odd }), payload, signature].join('.');
    await expect(verify(token)).rejects.toMatchObject({ kind: 'unauthorized' });
  });
});

describe('a mode', () => {
  const means = {
    verify: () => Promise.reject(new Error()),
    introspector: { introspect: () => Promise.reject(new Error()) },
  };

  it.each<[AuthMode, string]>([
    ['gateway', 'AUTH_MODE=gateway needs JOBS_INTERNAL_SECRET (or JOBS_INTERNAL_SECRET_FILE).'],
  ])('stops the start of a service that lacks its key: %s', (AUTH_MODE, sentence) => {
    expect(() => serviceAuthenticator('jobs', { AUTH_MODE, AUTH_CACHE_TTL: 30 }, means)).toThrow(
      new StartError(sentence),
    );
  });

  it('stops the start of who verifies by a secret and has none', () => {
    const sentence = 'AUTH_MODE=shared-secret needs JWT_SECRET (or JWT_SECRET_FILE).';
    expect(() => tokenVerifier({ AUTH_MODE: 'shared-secret' }, keys)).toThrow(new StartError(sentence));
  });

  it('stops the start of a gateway that lacks the secret of a service', () => {
    const settings = { AUTH_MODE: 'gateway', USERS_INTERNAL_SECRET: secret, JOBS_INTERNAL_SECRET: secret } as const;
    const sentence = 'AUTH_MODE=gateway needs COMPANIES_INTERNAL_SECRET (or COMPANIES_INTERNAL_SECRET_FILE).';
    expect(() => gatewayExchange(settings, keys)).toThrow(new StartError(sentence));
  });
});

describe('the gateway', () => {
  const owners = ['users', 'companies', 'jobs'] as const;
  const secretOf = { users: 'u'.repeat(32), companies: 'c'.repeat(32), jobs: 'j'.repeat(32) };
  const settings = {
    AUTH_MODE: 'gateway' as const,
    JWT_PRIVATE_KEY: pem,
    USERS_INTERNAL_SECRET: secretOf.users,
    COMPANIES_INTERNAL_SECRET: secretOf.companies,
    JOBS_INTERNAL_SECRET: secretOf.jobs,
    TOKEN_TTL: 600,
    AUTH_CACHE_TTL: 30,
  };
  const { issueToken, verify } = signingAuthority(settings, unread);
  const means = { verify, introspector: tokenIntrospector(verify, users) };

  it.each(owners)('exchanges a user’s token for one that opens one service only: %s', async (callee) => {
    const token = await gatewayExchange(settings, keys)(issueToken(root), callee);
    expect(jwt.verify(token, secretOf[callee])).toMatchObject({ sub: 'root', aud: callee });
    expect(await serviceAuthenticator(callee, settings, means)(token)).toEqual(identityOf(root));
    for (const other of owners.filter((owner) => owner !== callee)) {
      const identified = serviceAuthenticator(other, settings, means)(token);
      await expect(identified).rejects.toMatchObject({ kind: 'unauthorized' });
    }
  });

  it.each(owners)('has no token for nobody: %s', async (callee) => {
    await expect(gatewayExchange(settings, keys)('x.y.z', callee)).rejects.toMatchObject({ kind: 'unauthorized' });
  });
});
