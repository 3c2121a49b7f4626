import { randomBytes } from 'node:crypto';
import { logInsOver } from './login-failures';
import { hashPassword } from './passwords';
import { aSharedUsersDatabase } from './replicas.fixture';

const LIMIT = 3;
const passwordHash = await hashPassword('right password');
const refused = { kind: 'unauthorized', detail: 'Invalid username/password' };
const resting = { kind: 'too-many-requests', detail: expect.stringContaining('for this username') };

let shared: Awaited<ReturnType<typeof aSharedUsersDatabase>>;
let replicas: ReturnType<typeof shared.replica>[];
beforeAll(async () => {
  shared = await aSharedUsersDatabase();
  replicas = [shared.replica(LIMIT), shared.replica(LIMIT)];
}, 60_000);
afterAll(() => shared.remove(), 60_000);

const unique = () => `u${randomBytes(6).toString('hex')}`;

/** A source that nobody has come from. */
const aSource = () => `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::/56`;

/** The right and a wrong pair for a new name, which may be a user's or not, and a source to try them from. */
async function aName({ isKnown = true } = {}) {
  const username = unique();
  if (isKnown) await shared.addUser(username, passwordHash);
  const right = { username, password: 'right password' };
  return { username, right, wrong: { username, password: 'wrong password' }, source: aSource() };
}

type Pair = { username: string; password: string };

/** Logs in through the replicas in turn. */
let turn = 0;
const logIn = (pair: Pair, source: string) => replicas[turn++ % replicas.length]!.logIn(pair, source);

async function fail(pair: Pair, source: string, times = 1): Promise<void> {
  for (let i = 0; i < times; i += 1) await expect(logIn(pair, source)).rejects.toMatchObject(refused);
}

/** Lets time pass for what is remembered of a name, or of a source. */
const pass = (nameOrSource: string, seconds: number) =>
  shared.run(
    `UPDATE login_failures SET forgotten_at = forgotten_at - $2 * interval '1 second',
                               rests_until = rests_until - $2 * interval '1 second'
     WHERE username = $1 OR source = $1`,
    [nameOrSource, seconds],
  );

/** The seconds that an attempt is told to wait; undefined if its password was checked. */
const waitOf = (pair: Pair, source: string): Promise<number | undefined> =>
  logIn(pair, source).then(
    () => undefined,
    (error: unknown) => (error as { retryAfter?: number }).retryAfter,
  );

/**
 * Fails until waits are so long that no test outlasts one, each time after the time that it was told. Returns those
 * times.
 */
async function exhaust(pair: Pair, source: string): Promise<number[]> {
  const told: number[] = [];
  while ((told.at(-1) ?? 0) <= 32) {
    const wait = await waitOf(pair, source);
    if (wait === undefined) continue;
    told.push(wait);
    await pass(pair.username, wait);
  }
  await fail(pair, source);
  return told;
}

const remembered = async (prefix: string) => {
  const text = 'SELECT DISTINCT username FROM login_failures WHERE starts_with(username, $1) ORDER BY username';
  return (await shared.run<{ username: string }>(text, [prefix])).map(({ username }) => username);
};

describe('right passwords', () => {
  it('are let in, however many there are at the same time', async () => {
    const { username, right, source } = await aName();
    const tokens = await Promise.all(Array.from({ length: 60 }, () => logIn(right, source)));
    expect(tokens).toEqual(Array(60).fill(username));
  });

  it('are let in beside as many failures as are allowed', async () => {
    const { username, right, wrong, source } = await aName();
    const attempts = [...Array<Pair>(LIMIT - 1).fill(wrong), ...Array<Pair>(20).fill(right)];
    const ends = await Promise.allSettled(attempts.map((pair) => logIn(pair, source)));
    expect(ends.slice(LIMIT - 1)).toEqual(Array(20).fill({ status: 'fulfilled', value: username }));
  });

  it('begin the count of their name and source anew', async () => {
    const { username, right, wrong, source } = await aName();
    await fail(wrong, source, LIMIT - 1);
    expect(await logIn(right, source)).toBe(username);
    await fail(wrong, source, LIMIT);
    await expect(logIn(wrong, source)).rejects.toMatchObject(resting);
  });
});

describe('a name that a source has failed at too often, at whichever replica', () => {
  it('must wait there, even with the right password, and is let in afterwards', async () => {
    const { username, right, wrong, source } = await aName();
    await exhaust(wrong, source);
    await expect(logIn(right, source)).rejects.toMatchObject(resting);
    const wait = await waitOf(right, source);
    await pass(username, wait! - 30);
    expect(await waitOf(right, source)).toBeLessThanOrEqual(30);
    await pass(username, 30);
    expect(await logIn(right, source)).toBe(username);
  });

  it('is heard after the time that it was told, and must wait twice as long after each further failure', async () => {
    const { wrong, source } = await aName();
    const told = await exhaust(wrong, source);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told.at(-1)).toBeGreaterThan(told[0]!);
  });

  it.each([60, 600, 7_200])(
    'waits for a quarter of an hour at most when the server’s clock is set back by %p s',
    async (jump) => {
      const { username, right, wrong, source } = await aName();
      await exhaust(wrong, source);
      await pass(username, -jump);
      expect((await waitOf(right, source)) ?? 0).toBeLessThanOrEqual(15 * 60);
    },
  );

  it('is heard, right or wrong, where the server’s clock was set back by more than any wait', async () => {
    const { username, right, wrong, source } = await aName();
    await exhaust(wrong, source);
    await pass(username, -7_200);
    await fail(wrong, source);
    await pass(username, -7_200);
    expect(await logIn(right, source)).toBe(username);
    expect(await shared.run(`SELECT FROM login_failures WHERE scope = 'pair' AND username = $1`, [username])).toEqual(
      [],
    );
  });

  it('is not locked for its owner, who comes from elsewhere', async () => {
    const { username, right, wrong, source } = await aName();
    await exhaust(wrong, source);
    expect(await logIn(right, aSource())).toBe(username);
    await expect(logIn(right, source)).rejects.toMatchObject(resting);
  });

  it('does not keep others out who come from there', async () => {
    const [one, other] = await Promise.all([aName(), aName()]);
    await exhaust(one.wrong, one.source);
    expect(await logIn(other.right, one.source)).toBe(other.username);
  });

  it('must wait whether there is such a user or not, and however it is spelled', async () => {
    const { wrong, source } = await aName({ isKnown: false });
    for (const pair of [wrong, { ...wrong, username: '' }, { ...wrong, username: `${wrong.username} 'ü` }]) {
      await fail(pair, source, LIMIT);
      await expect(logIn(pair, source)).rejects.toMatchObject(resting);
    }
  });

  it('is forgiven a failure in a quarter of an hour', async () => {
    const { username, wrong, source } = await aName();
    await fail(wrong, source, LIMIT - 1);
    await pass(username, 15 * 60);
    await fail(wrong, source, 2);
    await expect(logIn(wrong, source)).rejects.toMatchObject(resting);
  });

  it.each([true, false])('is not got around by a hundred attempts at once (a known name: %p)', async (isKnown) => {
    const { wrong, source } = await aName({ isKnown });
    const attempts = await Promise.allSettled(Array.from({ length: 100 }, () => logIn(wrong, source)));
    const kinds = attempts.map((attempt) => (attempt as { reason: { kind: string } }).reason.kind);
    const count = (wanted: string) => kinds.filter((kind) => kind === wanted).length;
    const [guesses, busy] = [count('unauthorized'), count('unavailable')];
    // Some may be told that the database is busy; whether those were counted, they cannot know.
    // And one more for each wait that has ended before the last of them did: 1 s, 2 s, 4 s …
    expect(guesses).toBeLessThanOrEqual(LIMIT + 5);
    expect(guesses).toBeGreaterThanOrEqual(LIMIT - busy);
    expect(count('too-many-requests')).toBe(100 - guesses - busy);
  });

  it('learns nothing from a right guess that was being checked when the wait began', async () => {
    const { username, source } = await aName();
    const logIns = logInsOver(shared.open(), LIMIT);
    expect(await logIns.begin(username, source)).toMatchObject({ passwordHash });
    for (let i = 0; i < LIMIT; i += 1) await logIns.fail(username, source);
    await expect(logIns.succeed(username, source)).rejects.toMatchObject(resting);
    await expect(logIns.fail(username, source)).rejects.toMatchObject(resting);
  });

  it('costs no check of a password while it waits', async () => {
    const { username, source } = await aName();
    const logIns = logInsOver(shared.open(), LIMIT);
    for (let i = 0; i < LIMIT; i += 1) await logIns.fail(username, source);
    await expect(logIns.begin(username, source)).rejects.toMatchObject(resting);
  });
});

describe('a name that many sources fail at', () => {
  /** Fails at a name as often as it takes, from ever new sources. */
  async function attack(pair: Pair): Promise<void> {
    for (let i = 0; i < 5 * LIMIT; i += 1) await fail(pair, aSource());
  }

  it('is still let in with the right password, wherever from', async () => {
    const { username, right, wrong, source } = await aName();
    await fail(wrong, source, LIMIT - 1);
    await attack(wrong);
    expect(await logIn(right, source)).toBe(username);
    expect(await logIn(right, aSource())).toBe(username);
  });

  it('leaves each source a single failure without a wait, until some have been forgiven', async () => {
    const { username, wrong } = await aName();
    await attack(wrong);
    const [one, other] = [aSource(), aSource()];
    await fail(wrong, one);
    await expect(logIn(wrong, one)).rejects.toMatchObject(resting);
    await pass(username, 15 * 60);
    await fail(wrong, other, 2);
  });
});

describe('a source that fails at many names', () => {
  const restingSource = { kind: 'too-many-requests', detail: expect.stringContaining('from this address') };

  it('must wait before it tries any name, while others go on', async () => {
    const { username, right, source } = await aName();
    for (let i = 0; i < 10 * LIMIT; i += 1) await fail({ ...right, username: unique() }, source);
    await expect(logIn(right, source)).rejects.toMatchObject(restingSource);
    expect(await logIn(right, aSource())).toBe(username);
  });

  it('has not earned more of them by logging in as itself', async () => {
    const { right, source } = await aName();
    for (let i = 0; i < 10 * LIMIT - 1; i += 1) await fail({ ...right, username: unique() }, source);
    await logIn(right, source);
    await fail({ ...right, username: unique() }, source);
    await expect(logIn(right, source)).rejects.toMatchObject(restingSource);
  });
});

describe('an unknown name', () => {
  it('has no password, not even the one that its attempts are checked against', async () => {
    const { username, source } = await aName({ isKnown: false });
    await fail({ username, password: 'a password that nobody has' }, source);
  });
});

describe('without a limit', () => {
  it('a name may fail as often as it likes, and nothing is remembered', async () => {
    const { username, right, wrong, source } = await aName();
    const replica = shared.replica(0);
    for (let i = 0; i < LIMIT + 1; i += 1) await expect(replica.logIn(wrong, source)).rejects.toMatchObject(refused);
    expect(await replica.logIn(right, source)).toBe(username);
    await expect(replica.logIn({ ...right, username: unique() }, source)).rejects.toMatchObject(refused);
    expect(await remembered(username)).toEqual([]);
  });
});

describe('what is remembered', () => {
  it('is no more than what has not been forgiven', async () => {
    const prefix = unique();
    const past = Array.from({ length: 6 }, (_, at) => ({ username: `${prefix}-${at}`, password: 'wrong password' }));
    for (const pair of past) await fail(pair, aSource());
    await Promise.all(past.map(({ username }) => pass(username, 15 * 60)));
    const now = { username: `${prefix}-now`, password: 'wrong password' };
    await fail(now, aSource(), LIMIT);
    expect(await remembered(prefix)).toEqual([now.username]);
  });

  it('is cleared by many at the same time, and none of them fails', async () => {
    const prefix = unique();
    const pairs = Array.from({ length: 40 }, (_, at) => ({ username: `${prefix}-${at}`, password: 'wrong password' }));
    const failAll = () => Promise.all(pairs.map((pair) => fail(pair, aSource())));
    await failAll();
    await Promise.all(pairs.map(({ username }) => pass(username, 15 * 60)));
    await failAll();
    await failAll();
    expect(await remembered(prefix)).toHaveLength(pairs.length);
  });

  it('is nothing of a name and a source that have logged in', async () => {
    const { username, right, wrong, source } = await aName();
    await fail(wrong, source);
    await logIn(right, source);
    const text = `SELECT FROM login_failures WHERE scope = 'pair' AND username = $1`;
    expect(await shared.run(text, [username])).toEqual([]);
  });
});
