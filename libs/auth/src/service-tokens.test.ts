import jwt from 'jsonwebtoken';
import { secretKey } from './keys';
import { signingAuthority } from './modes';
import { serviceTokenVerifier, serviceTokens } from './service-tokens';

const SECRET = 's'.repeat(32);
const secret = secretKey(SECRET);
const verify = serviceTokenVerifier('jobs', secret);
const unauthorized = expect.objectContaining({ kind: 'unauthorized' }) as Error;

afterEach(() => import.meta.jest.restoreAllMocks());

describe('a service token', () => {
  it('lets its bearer into the service it is for', () => {
    expect(() => verify(serviceTokens('companies', 'jobs', secret)())).not.toThrow();
  });

  it('says who calls whom, for minutes', () => {
    const payload = jwt.decode(serviceTokens('companies', 'jobs', secret)()) as jwt.JwtPayload;
    expect(payload).toMatchObject({ iss: 'jobly-services', sub: 'companies', aud: 'jobs' });
    expect(payload.exp! - payload.iat!).toBe(300);
  });

  it('is signed anew only when it is about to expire', () => {
    const clock = import.meta.jest.spyOn(performance, 'now').mockReturnValue(0);
    const date = import.meta.jest.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000);
    const token = serviceTokens('companies', 'jobs', secret);
    const first = token();
    clock.mockReturnValue(269_000);
    date.mockReturnValue(1_800_000_269_000);
    expect(token()).toBe(first);
    clock.mockReturnValue(270_000);
    date.mockReturnValue(1_800_000_270_000);
    expect(token()).not.toBe(first);
  });

  it.each<[string, string]>([
    ['for another service', serviceTokens('companies', 'users', secret)()],
    ['signed with another secret', serviceTokens('companies', 'jobs', secretKey('x'.repeat(32)))()],
    ['in another algorithm', jwt.sign({}, SECRET, { algorithm: 'HS512', issuer: 'jobly-services', audience: 'jobs' })],
    ['that expired', jwt.sign({ exp: 1 }, SECRET, { issuer: 'jobly-services', audience: 'jobs' })],
    ['of another issuer', jwt.sign({}, SECRET, { issuer: 'jobly', audience: 'jobs' })],
    ['without a signature', jwt.sign({ iss: 'jobly-services', aud: 'jobs' }, '', { algorithm: 'none' })],
    ['that is none', 'x.y.z'],
  ])('opens nothing: %s', (_name, token) => {
    expect(() => verify(token)).toThrow(unauthorized);
  });
});

describe('where both kinds of token are signed with one secret by mistake', () => {
  const users = signingAuthority({ AUTH_MODE: 'shared-secret', JWT_SECRET: SECRET, TOKEN_TTL: 600 });

  it("a user's token is no service token", () => {
    expect(() => verify(users.issueToken({ username: 'ada', isAdmin: true }))).toThrow(unauthorized);
  });

  it("a service token is no user's token", async () => {
    await expect(users.authenticate(serviceTokens('companies', 'jobs', secret)())).rejects.toEqual(unauthorized);
  });
});
