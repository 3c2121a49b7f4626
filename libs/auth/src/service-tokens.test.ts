import { jumps, mockedClocks } from '@jobly/expiry/fixtures';
import jwt from 'jsonwebtoken';
import { anAccount, identityOf } from './accounts.fixture';
import { aService } from './keys.fixture';
import { serviceTokenVerifier } from './service-token-verifier';
import { serviceTokens } from './service-tokens';

const companies = aService('companies');
const users = aService('users');
const verify = serviceTokenVerifier('jobs', { companies: companies.keys, users: users.keys });

const payloadOf = (token: string) => jwt.decode(token) as jwt.JwtPayload;

afterEach(() => import.meta.jest.restoreAllMocks());

describe('a token in the own name of a service', () => {
  it('lets its bearer into the service it is for', async () => {
    expect(await verify(serviceTokens(companies, 'jobs')())).toBeUndefined();
  });

  it('says who calls whom, for minutes', () => {
    const payload = payloadOf(serviceTokens(companies, 'jobs')());
    expect(payload).toMatchObject({ iss: 'jobly-services', sub: 'companies', aud: 'jobs' });
    expect(payload.exp! - payload.iat!).toBe(300);
  });

  it('is signed anew only when it is about to expire', () => {
    const clock = mockedClocks();
    const token = serviceTokens(companies, 'jobs');
    const first = token();
    clock.advance(269);
    expect(token()).toBe(first);
    clock.advance(1);
    expect(token()).not.toBe(first);
  });

  it('is signed anew when its key is replaced', async () => {
    const service = aService('companies');
    const verifyIts = serviceTokenVerifier('jobs', { companies: service.keys });
    const token = serviceTokens(service, 'jobs');
    const former = token();
    service.replaceKey();
    expect(await verifyIts(token())).toBeUndefined();
    await expect(verifyIts(former)).rejects.toMatchObject({ kind: 'unauthorized' });
  });

  it.each(jumps)('is good, and for no longer than usual, after the clock has jumped by %p s', async (jump) => {
    const clock = mockedClocks();
    const tokens = serviceTokens(companies, 'jobs');
    tokens();
    clock.advance(100);
    clock.jump(jump);
    const token = tokens();
    expect(await verify(token)).toBeUndefined();
    expect(payloadOf(token).exp! - Date.now() / 1_000).toBeLessThanOrEqual(300);
  });

  it('is signed anew after a sleep, in which the steady clock stood still, and then again in time', async () => {
    const clock = mockedClocks();
    const tokens = serviceTokens(companies, 'jobs');
    tokens();
    clock.jump(600);
    for (let minutes = 0; minutes < 20; minutes += 1) {
      expect(await verify(tokens())).toBeUndefined();
      clock.advance(60);
    }
  });
});

describe('a token on behalf of a user', () => {
  it.each([true, false])('names the user and who uses it: admin %p', async (isAdmin) => {
    const user = anAccount('ada', isAdmin);
    const token = serviceTokens(users, 'jobs')(user);
    expect(payloadOf(token)).toMatchObject({ iss: 'jobly-services', sub: 'ada', act: { sub: 'users' }, aud: 'jobs' });
    expect(await verify(token)).toEqual(identityOf(user));
  });

  it('lives for half a minute, and serves nobody else', async () => {
    const tokens = serviceTokens(users, 'jobs');
    const payload = payloadOf(tokens(anAccount('ada')));
    expect(payload.exp! - payload.iat!).toBe(30);
    expect(await verify(tokens(anAccount('bob')))).toMatchObject({ username: 'bob' });
    expect(await verify(tokens())).toBeUndefined();
  });

  it('serves the calls of the next twenty seconds', () => {
    const clock = mockedClocks();
    const ada = anAccount('ada');
    const token = serviceTokens(users, 'jobs');
    const first = token(ada);
    clock.advance(19);
    expect(token({ ...ada })).toBe(first);
    clock.advance(1);
    expect(token(ada)).not.toBe(first);
  });

  it.each([
    ['has become an admin', { isAdmin: true }],
    ['has an account of the same name as one before', { account: anAccount('ada').account }],
    ['has another name', { username: 'eve' }],
  ])('says so of who %s', async (_name, change) => {
    const tokens = serviceTokens(users, 'jobs');
    const ada = anAccount('ada');
    tokens(ada);
    const changed = { ...ada, ...change };
    expect(await verify(tokens(changed))).toEqual(identityOf(changed));
  });

  it('is signed anew when its key is replaced', async () => {
    const service = aService('users');
    const verifyIts = serviceTokenVerifier('jobs', { users: service.keys });
    const ada = anAccount('ada');
    const tokens = serviceTokens(service, 'jobs');
    tokens(ada);
    service.replaceKey();
    expect(await verifyIts(tokens(ada))).toEqual(identityOf(ada));
  });

  it.each(jumps)('is good, and for no longer than usual, after the clock has jumped by %p s', async (jump) => {
    const clock = mockedClocks();
    const tokens = serviceTokens(users, 'jobs');
    const ada = anAccount('ada');
    tokens(ada);
    clock.advance(10);
    clock.jump(jump);
    const token = tokens(ada);
    expect(await verify(token)).toEqual(identityOf(ada));
    expect(payloadOf(token).exp! - Date.now() / 1_000).toBeLessThanOrEqual(30);
  });

  it('who is called like a service is still that user’s', async () => {
    const user = anAccount('companies');
    expect(await verify(serviceTokens(users, 'jobs')(user))).toEqual(identityOf(user));
  });
});
