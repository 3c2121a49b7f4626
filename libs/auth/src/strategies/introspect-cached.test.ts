import { type Introspection, unavailable } from '@jobly/contracts';
import { jumps, mockedClocks } from '@jobly/expiry/fixtures';
import { anAccount, identityOf } from '../accounts.fixture';
import { introspectCached } from './introspect-cached';

const TTL = 30;
let clock: ReturnType<typeof mockedClocks>;
beforeEach(() => {
  clock = mockedClocks();
});
afterEach(() => import.meta.jest.restoreAllMocks());

const ada = anAccount('ada');
const active = (lifetime = 3_600): Introspection => {
  const iat = Math.floor(Date.now() / 1_000);
  const issuance = { iss: 'jobly', aud: 'jobly-api', jti: '1', iat, exp: iat + lifetime };
  return { active: true, sub: 'ada', ...ada, ...issuance };
};
const refused: Introspection = { active: false };
const unauthorized = { kind: 'unauthorized' };

/** A users service with the test's answer, which counts its requests. */
function asking(answer: Introspection) {
  const users = { answer, down: false, asked: 0 };
  const introspect = async () => {
    users.asked += 1;
    if (users.down) throw unavailable('The users service');
    return users.answer;
  };
  const authenticate = introspectCached({ introspect }, TTL);
  return { users, authenticate };
}

describe('an answer', () => {
  it('is believed for a while, and then asked for again', async () => {
    const { users, authenticate } = asking(active());
    expect(await authenticate('t')).toEqual(identityOf(ada));
    users.answer = refused;
    clock.advance(TTL - 0.1);
    expect(await authenticate('t')).toEqual(identityOf(ada));
    expect(users.asked).toBe(1);
    clock.advance(0.2);
    await expect(authenticate('t')).rejects.toMatchObject(unauthorized);
    expect(users.asked).toBe(2);
  });

  it('is for one token', async () => {
    const { users, authenticate } = asking(active());
    await authenticate('t');
    users.answer = refused;
    await expect(authenticate('u')).rejects.toMatchObject(unauthorized);
  });

  it('is not believed beyond the end of the token', async () => {
    const { users, authenticate } = asking(active(10));
    await authenticate('t');
    users.answer = refused;
    clock.advance(10.1);
    await expect(authenticate('t')).rejects.toMatchObject(unauthorized);
    expect(users.asked).toBe(2);
  });

  it('about a token that has just ended is not kept at all', async () => {
    const { users, authenticate } = asking(active(0));
    await authenticate('t');
    clock.advance(60);
    await authenticate('t');
    expect(users.asked).toBe(2);
  });

  it.each(jumps)('is not believed after the clock has jumped by %p s, whatever that ends', async (jump) => {
    const { users, authenticate } = asking(active());
    await authenticate('t');
    users.answer = refused;
    clock.advance(10);
    clock.jump(jump);
    await expect(authenticate('t')).rejects.toMatchObject(unauthorized);
  });

  it.each(jumps)('is not believed beyond the end of the token, by a clock that has jumped by %p s', async (jump) => {
    const { users, authenticate } = asking(active(20));
    clock.jump(jump);
    await authenticate('t');
    users.answer = refused;
    clock.jump(-jump);
    clock.advance(20);
    await expect(authenticate('t')).rejects.toMatchObject(unauthorized);
  });

  it('that is "no" is believed for a shorter while', async () => {
    const { users, authenticate } = asking(refused);
    await expect(authenticate('t')).rejects.toMatchObject(unauthorized);
    users.answer = active();
    clock.advance(0.9);
    await expect(authenticate('t')).rejects.toMatchObject(unauthorized);
    expect(users.asked).toBe(1);
    clock.advance(0.2);
    expect(await authenticate('t')).toMatchObject({ username: 'ada' });
  });

  it('is asked for once by everybody who comes at the same time', async () => {
    const { users, authenticate } = asking(active());
    const identities = await Promise.all([authenticate('t'), authenticate('t'), authenticate('t')]);
    expect(identities.map(({ username }) => username)).toEqual(['ada', 'ada', 'ada']);
    expect(users.asked).toBe(1);
  });
});

describe('an outage', () => {
  it('is told, and not remembered', async () => {
    const { users, authenticate } = asking(active());
    users.down = true;
    const attempts = await Promise.allSettled([authenticate('t'), authenticate('t')]);
    expect(attempts.map((attempt) => (attempt as { reason: unknown }).reason)).toEqual([
      expect.objectContaining({ kind: 'unavailable' }),
      expect.objectContaining({ kind: 'unavailable' }),
    ]);
    users.down = false;
    expect(await authenticate('t')).toMatchObject({ username: 'ada' });
  });

  it('is not noticed by those who are known', async () => {
    const { users, authenticate } = asking(active());
    await authenticate('t');
    users.down = true;
    clock.advance(1);
    expect(await authenticate('t')).toMatchObject({ username: 'ada' });
  });
});

describe('a flood of made-up tokens', () => {
  it('pushes nobody out', async () => {
    const { users, authenticate } = asking(active());
    await authenticate('t');
    users.answer = refused;
    await Promise.allSettled(Array.from({ length: 12_000 }, (_, at) => authenticate(`made up ${at}`)));
    const { asked } = users;
    expect(await authenticate('t')).toMatchObject({ username: 'ada' });
    expect(users.asked).toBe(asked);
  });
});
