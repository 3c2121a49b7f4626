import { randomBytes } from 'node:crypto';
import { hashPassword } from './passwords';
import { aSharedUsersDatabase } from './replicas.fixture';

const LIMIT = 3;
const passwordHash = await hashPassword('right password');
const refused = { kind: 'unauthorized', detail: 'Invalid username/password' };
const resting = { kind: 'too-many-requests' };

let shared: Awaited<ReturnType<typeof aSharedUsersDatabase>>;
let replicas: ReturnType<typeof shared.replica>[];
beforeAll(async () => {
  shared = await aSharedUsersDatabase();
  replicas = [shared.replica(LIMIT), shared.replica(LIMIT)];
}, 60_000);
afterAll(() => shared.remove(), 60_000);

const unique = () => `u${randomBytes(6).toString('hex')}`;

/** The right and a wrong pair for a new name, which may be a user's or not. */
async function aName({ isKnown = true } = {}) {
  const username = unique();
  if (isKnown) await shared.addUser(username, passwordHash);
  return { username, right: { username, password: 'right password' }, wrong: { username, password: 'wrong password' } };
}

type Pair = { username: string; password: string };

/** Logs in through the replicas in turn. */
let turn = 0;
const logIn = (pair: Pair) => replicas[turn++ % replicas.length]!.logIn(pair);

async function fail(pair: Pair, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await expect(logIn(pair)).rejects.toMatchObject(refused);
}

/** Ages the records of a name by this time. */
const pass = (username: string, minutes: number) =>
  shared.run(`UPDATE login_failures SET since = since - $2 * interval '1 minute' WHERE username = $1`, [
    username,
    minutes,
  ]);

const remembered = async (prefix: string) => {
  const text = 'SELECT username FROM login_failures WHERE starts_with(username, $1) ORDER BY username';
  return (await shared.run<{ username: string }>(text, [prefix])).map(({ username }) => username);
};

describe('a name with too many failures, at whichever replica', () => {
  it('rests, even with the right password, and hears for how long', async () => {
    const { right, wrong } = await aName();
    await fail(wrong, LIMIT);
    const error = await logIn(right).catch((error: unknown) => error);
    expect(error).toMatchObject(resting);
    const { retryAfter } = error as { retryAfter: number };
    expect(Number.isInteger(retryAfter)).toBe(true);
    expect(retryAfter).toBeGreaterThan(14 * 60);
    expect(retryAfter).toBeLessThanOrEqual(15 * 60);
  });

  it('rests whether there is such a user or not, and however it is spelled', async () => {
    const { wrong } = await aName({ isKnown: false });
    const oddly = { ...wrong, username: `${wrong.username} 'ü` };
    for (const pair of [wrong, oddly]) {
      await fail(pair, LIMIT);
      await expect(logIn(pair)).rejects.toMatchObject(resting);
    }
  });

  it('does not keep others out', async () => {
    const [one, other] = await Promise.all([aName(), aName()]);
    await fail(one.wrong, LIMIT);
    expect(await logIn(other.right)).toBe(other.username);
  });

  it('starts anew with every success', async () => {
    const { username, right, wrong } = await aName();
    await fail(wrong, LIMIT - 1);
    expect(await logIn(right)).toBe(username);
    await fail(wrong, LIMIT);
    await expect(logIn(wrong)).rejects.toMatchObject(resting);
  });

  it('may try again a quarter of an hour after the first of them', async () => {
    const { username, right, wrong } = await aName();
    await fail(wrong, 1);
    await pass(username, 14);
    await fail(wrong, LIMIT - 1);
    const error = (await logIn(right).catch((error: unknown) => error)) as { retryAfter: number };
    expect(error).toMatchObject(resting);
    expect(error.retryAfter).toBeLessThanOrEqual(60);
    await pass(username, 1);
    await fail(wrong, LIMIT);
    await expect(logIn(right)).rejects.toMatchObject(resting);
  });

  it.each([true, false])('is not got around by a hundred attempts at once (a known name: %p)', async (isKnown) => {
    const { wrong } = await aName({ isKnown });
    const attempts = await Promise.allSettled(Array.from({ length: 100 }, () => logIn(wrong)));
    const kinds = attempts.map((attempt) => (attempt as { reason: { kind: string } }).reason.kind);
    const count = (wanted: string) => kinds.filter((kind) => kind === wanted).length;
    const [guesses, busy] = [count('unauthorized'), count('unavailable')];
    // Some may be told that the database is busy; whether those were counted, they cannot know.
    expect(guesses).toBeLessThanOrEqual(LIMIT);
    expect(guesses).toBeGreaterThanOrEqual(LIMIT - busy);
    expect(count('too-many-requests')).toBe(100 - guesses - busy);
  });
});

describe('an unknown name', () => {
  it('has no password, not even the one that its attempts are checked against', async () => {
    const { username } = await aName({ isKnown: false });
    await fail({ username, password: 'a password that nobody has' }, 1);
  });
});

describe('without a limit', () => {
  it('a name may fail as often as it likes, and nothing is remembered', async () => {
    const { username, right, wrong } = await aName();
    const replica = shared.replica(0);
    for (let i = 0; i < LIMIT + 1; i += 1) await expect(replica.logIn(wrong)).rejects.toMatchObject(refused);
    expect(await replica.logIn(right)).toBe(username);
    await expect(replica.logIn({ ...right, username: unique() })).rejects.toMatchObject(refused);
    expect(await remembered(username)).toEqual([]);
  });
});

describe('what is remembered', () => {
  it('is no more than the names of the last quarter of an hour', async () => {
    const prefix = unique();
    const past = Array.from({ length: 6 }, (_, at) => ({ username: `${prefix}-${at}`, password: 'wrong password' }));
    for (const pair of past) await fail(pair, 1);
    await Promise.all(past.map(({ username }) => pass(username, 15)));
    const now = { username: `${prefix}-now`, password: 'wrong password' };
    await fail(now, LIMIT);
    expect(await remembered(prefix)).toEqual([now.username]);
  });

  it('is cleared by many at the same time, and none of them fails', async () => {
    const prefix = unique();
    const pairs = Array.from({ length: 40 }, (_, at) => ({ username: `${prefix}-${at}`, password: 'wrong password' }));
    const failAll = () => Promise.all(pairs.map((pair) => fail(pair, 1)));
    await failAll();
    await Promise.all(pairs.map(({ username }) => pass(username, 15)));
    await failAll();
    await failAll();
    expect(await remembered(prefix)).toHaveLength(pairs.length);
  });

  it('is nothing of a name that has logged in', async () => {
    const { username, right, wrong } = await aName();
    await fail(wrong, 1);
    await logIn(right);
    expect(await remembered(username)).toEqual([]);
  });
});
