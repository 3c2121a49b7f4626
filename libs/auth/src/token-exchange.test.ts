import { type UserClaims, unauthorized, unavailable } from '@jobly/contracts';
import { jumps, mockedClocks } from '@jobly/expiry/fixtures';
import jwt from 'jsonwebtoken';
import { anAccount, identityOf } from './accounts.fixture';
import { verifyInternalToken } from './internal-tokens';
import { secretKey } from './keys';
import { tokenExchange } from './token-exchange';

const secrets = {
  users: secretKey('u'.repeat(32)),
  companies: secretKey('c'.repeat(32)),
  jobs: secretKey('j'.repeat(32)),
};
const START = 1_800_000_000;
let clock: ReturnType<typeof mockedClocks>;
beforeEach(() => {
  clock = mockedClocks(START);
});
afterEach(() => import.meta.jest.restoreAllMocks());

const accounts = { ada: anAccount('ada'), root: anAccount('root', true) };
const issuance = { iss: 'jobly', aud: 'jobly-api', iat: START, jti: '1' };

/** An exchange in which every user's token is valid for this long (s), and names its holder. */
function exchanging(lifetime = 3_600) {
  const verified: string[] = [];
  const verify = async (token: string): Promise<UserClaims> => {
    verified.push(token);
    if (token === 'bad') throw unauthorized();
    if (token === 'unknown') throw unavailable('Authentication');
    return { sub: token, ...accounts[token as keyof typeof accounts], ...issuance, exp: START + lifetime };
  };
  return { exchange: tokenExchange(verify, secrets), verified };
}

const lifetimeOf = (token: string) => {
  const { exp, iat } = jwt.decode(token) as { exp: number; iat: number };
  return exp - iat;
};

describe('the token a user’s token is exchanged for', () => {
  it.each(['users', 'companies', 'jobs'] as const)('opens one service: %s', async (callee) => {
    const { exchange } = exchanging();
    const token = await exchange('ada', callee);
    expect(verifyInternalToken(token, callee, secrets[callee])).toEqual(identityOf(accounts.ada));
    for (const other of ['users', 'companies', 'jobs'] as const) {
      if (other !== callee) expect(() => verifyInternalToken(token, other, secrets[other])).toThrow('Unauthorized');
    }
  });

  it('is kept for one user and one service', async () => {
    const { exchange } = exchanging();
    const tokens = [await exchange('ada', 'jobs'), await exchange('root', 'jobs'), await exchange('ada', 'users')];
    expect(new Set(tokens).size).toBe(3);
    expect(await exchange('ada', 'jobs')).toBe(tokens[0]);
  });

  it('says who is an admin', async () => {
    const { exchange } = exchanging();
    expect(verifyInternalToken(await exchange('root', 'jobs'), 'jobs', secrets.jobs)).toMatchObject({ isAdmin: true });
  });

  it('lives for a minute, and serves until shortly before', async () => {
    const { exchange, verified } = exchanging();
    const first = await exchange('ada', 'jobs');
    expect(lifetimeOf(first)).toBe(60);
    clock.advance(49);
    expect(await exchange('ada', 'jobs')).toBe(first);
    clock.advance(2);
    expect(await exchange('ada', 'jobs')).not.toBe(first);
    expect(verified).toEqual(['ada', 'ada']);
  });

  it('does not outlive the token it was made of', async () => {
    const { exchange, verified } = exchanging(30);
    expect(lifetimeOf(await exchange('ada', 'jobs'))).toBe(30);
    clock.advance(25);
    expect(lifetimeOf(await exchange('ada', 'jobs'))).toBe(5);
    await exchange('ada', 'jobs');
    expect(verified).toHaveLength(3);
  });

  it('is not kept when it would have to be renewed at once', async () => {
    const { exchange, verified } = exchanging(10);
    await exchange('ada', 'jobs');
    await exchange('ada', 'jobs');
    expect(verified).toHaveLength(2);
  });

  it('of a user’s token that has just expired has expired too, and is tolerated as long', async () => {
    const { exchange } = exchanging(30);
    clock.advance(35);
    const token = await exchange('ada', 'jobs');
    expect(verifyInternalToken(token, 'jobs', secrets.jobs)).toMatchObject({ username: 'ada' });
    clock.advance(5);
    expect(() => verifyInternalToken(token, 'jobs', secrets.jobs)).toThrow('Unauthorized');
  });

  it.each(jumps)('is good, and for no longer than usual, after the clock has jumped by %p s', async (jump) => {
    const { exchange } = exchanging(86_400);
    await exchange('ada', 'jobs');
    clock.advance(30);
    clock.jump(jump);
    const token = await exchange('ada', 'jobs');
    expect(verifyInternalToken(token, 'jobs', secrets.jobs)).toMatchObject({ username: 'ada' });
    const { exp } = jwt.decode(token) as { exp: number };
    expect(exp - Date.now() / 1_000).toBeLessThanOrEqual(60);
  });

  it('is not given for a bad token, nor where that cannot be known', async () => {
    const { exchange, verified } = exchanging();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await expect(exchange('bad', 'jobs')).rejects.toMatchObject({ kind: 'unauthorized' });
      await expect(exchange('unknown', 'jobs')).rejects.toMatchObject({ kind: 'unavailable' });
    }
    expect(verified).toHaveLength(4);
  });
});
