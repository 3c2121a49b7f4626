import { randomUUID } from 'node:crypto';
import { type TokenSubject, unavailable } from '@jobly/contracts';
import jwt from 'jsonwebtoken';
import { anAccount } from './accounts.fixture';
import { tokenIntrospector } from './introspector';
import { aPrivateKey, unread } from './keys.fixture';
import { signingAuthority } from './signing-authority';

const settings = { AUTH_MODE: 'introspect', JWT_PRIVATE_KEY: aPrivateKey(), TOKEN_TTL: 600 } as const;
const { issueToken, verify } = signingAuthority(settings, unread);

/** Introspection where there is this account, in its current state, or none. */
const where = (row: TokenSubject | null) =>
  tokenIntrospector(verify, {
    identify: async (account, passwordVersion) =>
      row?.account === account && row.passwordVersion === passwordVersion ? row : null,
  });

const ada = { ...anAccount('ada', true), passwordVersion: 2 };

describe('introspection', () => {
  it('says what the token says', async () => {
    const token = issueToken(ada);
    expect(await where(ada).introspect(token)).toEqual({ active: true, ...(jwt.decode(token) as jwt.JwtPayload) });
  });

  it('says whether its holder is an admin now, not when it was issued', async () => {
    const [once, now] = [ada, { ...ada, isAdmin: false }];
    expect(await where(now).introspect(issueToken(once))).toMatchObject({ active: true, isAdmin: false });
    expect(await where(once).introspect(issueToken(now))).toMatchObject({ active: true, isAdmin: true });
  });

  it('says of a token whose user is gone that it is not active, and no more', async () => {
    expect(await where(null).introspect(issueToken(ada))).toEqual({ active: false });
  });

  it('says so where another account has the name by now', async () => {
    expect(await where({ ...ada, account: randomUUID() }).introspect(issueToken(ada))).toEqual({ active: false });
  });

  it('says so where the password has changed since', async () => {
    expect(await where({ ...ada, passwordVersion: 3 }).introspect(issueToken(ada))).toEqual({ active: false });
  });

  it.each(['x.y.z', '', issueToken(ada).slice(0, -20)])('says so of a bad token, too: %.5s…', async (token) => {
    expect(await where(ada).introspect(token)).toEqual({ active: false });
  });

  it('says nothing while users are out of reach', async () => {
    const down = tokenIntrospector(verify, { identify: () => Promise.reject(unavailable('The database')) });
    await expect(down.introspect(issueToken(ada))).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('says nothing while the keys are out of reach', async () => {
    const outage = () => Promise.reject(unavailable('Authentication'));
    const down = tokenIntrospector(outage, { identify: async () => ada });
    await expect(down.introspect(issueToken(ada))).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
