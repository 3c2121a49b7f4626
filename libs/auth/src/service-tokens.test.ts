import jwt from 'jsonwebtoken';
import { jumps, mockedClocks } from './clocks.fixture';
import { secretKey } from './keys';
import { unread } from './keys.fixture';
import { serviceTokenVerifier, serviceTokens } from './service-tokens';
import { signingAuthority } from './signing-authority';

const SECRET = 's'.repeat(32);
const secret = secretKey(SECRET);
const verify = serviceTokenVerifier('jobs', secret);
const unauthorized = expect.objectContaining({ kind: 'unauthorized' }) as Error;

const exp = Math.floor(Date.now() / 1000) + 60;
const endless = { iss: 'jobly-services', aud: 'jobs', sub: 'users' };
const right = { ...endless, exp };
const onBehalf = { ...right, sub: 'ada', isAdmin: false, act: { sub: 'users' } };

afterEach(() => import.meta.jest.restoreAllMocks());

describe('a service token', () => {
  it('lets its bearer into the service it is for', () => {
    expect(verify(serviceTokens('companies', 'jobs', secret)())).toBeUndefined();
  });

  it.each(['users', 'companies', 'jobs'] as const)('of the %s service is accepted at another one', (caller) => {
    const atUsers = serviceTokenVerifier('users', secret);
    const tokens = serviceTokens(caller, 'users', secret);
    expect(atUsers(tokens())).toBeUndefined();
    expect(atUsers(tokens({ username: 'ada', isAdmin: false }))).toEqual({ username: 'ada', isAdmin: false });
  });

  it('says who calls whom, for minutes', () => {
    const payload = jwt.decode(serviceTokens('companies', 'jobs', secret)()) as jwt.JwtPayload;
    expect(payload).toMatchObject({ iss: 'jobly-services', sub: 'companies', aud: 'jobs' });
    expect(payload.exp! - payload.iat!).toBe(300);
  });

  it('is signed anew only when it is about to expire', () => {
    const clock = mockedClocks();
    const token = serviceTokens('companies', 'jobs', secret);
    const first = token();
    clock.advance(269);
    expect(token()).toBe(first);
    clock.advance(1);
    expect(token()).not.toBe(first);
  });

  it.each(jumps)('is good, and for no longer than usual, after the clock has jumped by %p s', (jump) => {
    const clock = mockedClocks();
    const tokens = serviceTokens('companies', 'jobs', secret);
    tokens();
    clock.advance(100);
    clock.jump(jump);
    const token = tokens();
    expect(() => verify(token)).not.toThrow();
    const { exp } = jwt.decode(token) as jwt.JwtPayload;
    expect(exp! - Date.now() / 1_000).toBeLessThanOrEqual(300);
  });

  it('is signed anew after a sleep, in which the steady clock stood still, and then again in time', () => {
    const clock = mockedClocks();
    const tokens = serviceTokens('companies', 'jobs', secret);
    tokens();
    clock.jump(600);
    for (let minutes = 0; minutes < 20; minutes += 1) {
      expect(() => verify(tokens())).not.toThrow();
      clock.advance(60);
    }
  });

  it.each([true, false])('names the user on whose behalf it is used, and who uses it: admin %p', (isAdmin) => {
    const token = serviceTokens('users', 'jobs', secret)({ username: 'ada', isAdmin });
    expect(jwt.decode(token)).toMatchObject({ iss: 'jobly-services', sub: 'ada', act: { sub: 'users' }, aud: 'jobs' });
    expect(verify(token)).toEqual({ username: 'ada', isAdmin });
  });

  it('on behalf of a user lives for one call, and serves nobody else', () => {
    const tokens = serviceTokens('users', 'jobs', secret);
    const payload = jwt.decode(tokens({ username: 'ada', isAdmin: false })) as jwt.JwtPayload;
    expect(payload.exp! - payload.iat!).toBe(30);
    expect(verify(tokens({ username: 'bob', isAdmin: false }))).toMatchObject({ username: 'bob' });
    expect(verify(tokens())).toBeUndefined();
  });

  it('of a user who is called like a service is still a user’s', () => {
    const token = serviceTokens('users', 'jobs', secret)({ username: 'companies', isAdmin: false });
    expect(verify(token)).toEqual({ username: 'companies', isAdmin: false });
  });

  it.each<[string, string]>([
    ['for another service', serviceTokens('companies', 'users', secret)()],
    ['signed with another secret', serviceTokens('companies', 'jobs', secretKey('x'.repeat(32)))()],
    ['in another algorithm', jwt.sign(right, SECRET, { algorithm: 'HS512' })],
    ['without an end', jwt.sign(endless, SECRET)],
    ['that expired', jwt.sign({ ...right, exp: 1 }, SECRET)],
    ['of another issuer', jwt.sign({ ...right, iss: 'jobly' }, SECRET)],
    ['without a signature', jwt.sign(right, '', { algorithm: 'none' })],
    ['of who is no service', jwt.sign({ ...right, sub: 'ada' }, SECRET)],
    ['of nobody', jwt.sign({ ...right, sub: undefined }, SECRET)],
    ['on behalf of a user, by who is no service', jwt.sign({ ...onBehalf, act: { sub: 'bob' } }, SECRET)],
    ['on behalf of a user, by nobody', jwt.sign({ ...onBehalf, act: {} }, SECRET)],
    ['on behalf of nobody', jwt.sign({ ...onBehalf, sub: undefined }, SECRET)],
    ['on behalf of somebody who may be an admin', jwt.sign({ ...onBehalf, isAdmin: 'true' }, SECRET)],
    ['that is none', 'x.y.z'],
  ])('opens nothing: %s', (_name, token) => {
    expect(() => verify(token)).toThrow(unauthorized);
  });
});

describe('where both kinds of token are signed with one secret by mistake', () => {
  const users = signingAuthority({ AUTH_MODE: 'shared-secret', JWT_SECRET: SECRET, TOKEN_TTL: 600 }, unread);

  it("a user's token is no service token", () => {
    expect(() => verify(users.issueToken({ username: 'ada', isAdmin: true }))).toThrow(unauthorized);
  });

  it('a token on behalf of a user is no token of that user', async () => {
    const onBehalfOfRoot = serviceTokens('companies', 'jobs', secret)({ username: 'root', isAdmin: true });
    await expect(users.verify(onBehalfOfRoot)).rejects.toEqual(unauthorized);
  });

  it("a service token is no user's token", async () => {
    await expect(users.verify(serviceTokens('companies', 'jobs', secret)())).rejects.toEqual(unauthorized);
  });
});
