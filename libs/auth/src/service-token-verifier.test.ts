import { createPublicKey } from 'node:crypto';
import { type Owner, unavailable } from '@jobly/contracts';
import jwt from 'jsonwebtoken';
import { anAccount, identityOf } from './accounts.fixture';
import { aPrivateKey, aService, unread } from './keys.fixture';
import { serviceTokenVerifier } from './service-token-verifier';
import { serviceTokens } from './service-tokens';
import { signingAuthority } from './signing-authority';

const users = aService('users');
const companies = aService('companies');
const jobs = aService('jobs');
const verify = serviceTokenVerifier('jobs', { users: users.keys, companies: companies.keys });
const unauthorized = { kind: 'unauthorized' };

const exp = Math.floor(Date.now() / 1000) + 60;
const endless = { iss: 'jobly-services', aud: 'jobs', sub: 'users' };
const right = { ...endless, exp };
const { account } = anAccount('ada');
const onBehalf = { ...right, sub: 'ada', account, isAdmin: false, act: { sub: 'users' } };

type Signer = ReturnType<typeof aService>;

/** Any claims, signed by a service; `kid` names another key than its own. */
function signed(claims: object, { signer }: Signer = users, kid = signer().kid): string {
  return jwt.sign(JSON.parse(JSON.stringify(claims)) as object, signer().key, { algorithm: 'ES256', keyid: kid });
}

const publicPem = createPublicKey(users.signer().key).export({ type: 'spki', format: 'pem' }).toString();
const { kid } = users.signer();
const root = anAccount('root', true);

describe('a service', () => {
  it.each([users, companies])('lets in those that call it: $service', async (caller) => {
    const tokens = serviceTokens(caller, 'jobs');
    expect(await verify(tokens())).toBeUndefined();
    expect(await verify(tokens(root))).toEqual(identityOf(root));
    expect(await verify(signed({ ...right, sub: caller.service }, caller))).toBeUndefined();
  });

  it.each<[string, string]>([
    ['for another service', serviceTokens(companies, 'users')()],
    ['of a service that does not call it', serviceTokens(jobs, 'jobs')()],
    ['on behalf of a user, of a service that does not call it', serviceTokens(jobs, 'jobs')(root)],
    ['of a caller, signed by another caller', signed(right, companies)],
    ['of a caller, signed by another caller that names its key', signed(right, companies, kid)],
    ['of a caller, signed by who is none', signed(right, jobs)],
    ['on behalf of a user, signed by another caller', signed(onBehalf, companies)],
    ['on behalf of a user, signed by another caller that names its key', signed(onBehalf, companies, kid)],
    ['on behalf of a user called like the signer', signed({ ...onBehalf, sub: 'companies' }, companies)],
    ['signed with a key that nobody published', signed(right, aService('users'))],
    ['that names no key', jwt.sign(right, users.signer().key, { algorithm: 'ES256' })],
    ['with the public key for a secret', jwt.sign(right, publicPem, { algorithm: 'HS256', keyid: kid })],
    ['in another algorithm', jwt.sign(right, aPrivateKey(), { algorithm: 'RS256', keyid: kid })],
    ['without an end', signed(endless)],
    ['that expired', signed({ ...right, exp: 1 })],
    ['of another issuer', signed({ ...right, iss: 'jobly' })],
    ['without a signature', jwt.sign(right, '', { algorithm: 'none', keyid: kid })],
    ['of who is no service', signed({ ...right, sub: 'ada' })],
    ['of nobody', signed({ ...right, sub: undefined })],
    ['on behalf of a user, by who is no service', signed({ ...onBehalf, act: { sub: 'bob' } })],
    ['on behalf of a user, by nobody', signed({ ...onBehalf, act: {} })],
    ['on behalf of nobody', signed({ ...onBehalf, sub: undefined })],
    ['on behalf of a name without an account', signed({ ...onBehalf, account: undefined })],
    ['on behalf of a name for an account', signed({ ...onBehalf, account: 'ada' })],
    ['on behalf of somebody who may be an admin', signed({ ...onBehalf, isAdmin: 'true' })],
    ['that is none', 'x.y.z'],
    ['that is nothing like one', '…'],
  ])('lets nobody in by a token %s', async (_name, token) => {
    await expect(verify(token)).rejects.toMatchObject(unauthorized);
  });

  it.each(['constructor', '__proto__', 'toString'])('is not confused by a caller called %s', async (name) => {
    await expect(verify(signed({ ...right, sub: name as Owner }))).rejects.toMatchObject(unauthorized);
  });

  it('cannot judge a token while the keys of who sent it are out of reach', async () => {
    const keys = () => Promise.reject(unavailable('Authentication'));
    const cutOff = serviceTokenVerifier('jobs', { users: keys, companies: companies.keys });
    await expect(cutOff(serviceTokens(users, 'jobs')())).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await cutOff(serviceTokens(companies, 'jobs')())).toBeUndefined();
  });
});

describe("users' tokens and service tokens", () => {
  const authority = signingAuthority({ AUTH_MODE: 'jwks', JWT_PRIVATE_KEY: aPrivateKey(), TOKEN_TTL: 600 }, unread);

  it('never stand in for each other', async () => {
    await expect(verify(authority.issueToken(root))).rejects.toMatchObject(unauthorized);
    for (const token of [serviceTokens(companies, 'jobs')(), serviceTokens(companies, 'jobs')(root)]) {
      await expect(authority.verify(token)).rejects.toMatchObject(unauthorized);
    }
  });
});
