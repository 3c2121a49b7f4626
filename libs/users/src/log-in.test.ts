import { createPasswordCheck, hashPassword } from './passwords';
import { usersOver } from './users.fixture';

const passwordHash = await hashPassword('right password');
const known = { credentials: [{ isAdmin: true, passwordHash }] };
const right = { username: 'ada', password: 'right password' };
const wrong = { username: 'ada', password: 'wrong password' };
const refused = { kind: 'unauthorized', detail: 'Invalid username/password' };
const resting = { kind: 'too-many-requests' };

afterEach(() => import.meta.jest.restoreAllMocks());

describe('logging in', () => {
  it('gives the right pair a token of who it is', async () => {
    expect(await usersOver({ rows: known }).users.logIn(right)).toBe('ada admin');
  });

  it('tells a wrong password and an unknown name alike', async () => {
    await expect(usersOver({ rows: known }).users.logIn(wrong)).rejects.toMatchObject(refused);
    await expect(usersOver().users.logIn(right)).rejects.toMatchObject(refused);
  });

  it('has no password that fits nobody', async () => {
    const passwordFits = createPasswordCheck();
    expect(await passwordFits('a password that nobody has', undefined)).toBe(false);
    expect(await passwordFits('', undefined)).toBe(false);
    expect(await passwordFits('right password', passwordHash)).toBe(true);
  });
});

describe('a name with too many failures', () => {
  const limited = (rows: Record<string, unknown[] | Error> = known) => usersOver({ rows, loginFailureLimit: 2 }).users;
  const fail = async (users: ReturnType<typeof limited>, times: number, as = wrong) => {
    for (let i = 0; i < times; i += 1) await expect(users.logIn(as)).rejects.toMatchObject(refused);
  };

  it('rests, even with the right password, and hears for how long', async () => {
    const users = limited();
    await fail(users, 2);
    const error = await users.logIn(right).catch((error: unknown) => error);
    expect(error).toMatchObject(resting);
    const { retryAfter } = error as { retryAfter: number };
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(15 * 60);
  });

  it('rests whether there is such a user or not', async () => {
    const users = limited({});
    await fail(users, 2);
    await expect(users.logIn(wrong)).rejects.toMatchObject(resting);
  });

  it('does not keep others out', async () => {
    const users = limited();
    await fail(users, 2, { ...wrong, username: 'bob' });
    expect(await users.logIn(right)).toBe('ada admin');
  });

  it('starts anew with every success', async () => {
    const users = limited();
    await fail(users, 1);
    await users.logIn(right);
    await fail(users, 2);
  });

  it('is not got around by trying many passwords at once', async () => {
    const users = limited();
    const attempts = await Promise.allSettled([wrong, wrong, wrong, wrong].map((pair) => users.logIn(pair)));
    const kinds = attempts.map((attempt) => (attempt as { reason: { kind: string } }).reason.kind);
    expect(kinds.sort()).toEqual(['too-many-requests', 'too-many-requests', 'unauthorized', 'unauthorized']);
  });

  it('is not made by an outage', async () => {
    const rows: Record<string, unknown[] | Error> = { credentials: new Error('connection lost') };
    const users = limited(rows);
    for (let i = 0; i < 5; i += 1) await expect(users.logIn(right)).rejects.toThrow('connection lost');
    Object.assign(rows, known);
    expect(await users.logIn(right)).toBe('ada admin');
  });

  it('may try again a quarter of an hour after the first of them', async () => {
    let now = 1_000;
    import.meta.jest.spyOn(performance, 'now').mockImplementation(() => now);
    const users = limited();
    await fail(users, 1);
    now += 14 * 60 * 1000;
    await fail(users, 1);
    await expect(users.logIn(right)).rejects.toMatchObject({ ...resting, retryAfter: 60 });
    now += 60 * 1000 + 1;
    // The cache looks at the clock once a millisecond at most; checking a password takes longer.
    await fail(users, 1, { ...wrong, username: 'bob' });
    expect(await users.logIn(right)).toBe('ada admin');
  });

  it('is nothing that has to be', async () => {
    const { users } = usersOver({ rows: known, loginFailureLimit: 0 });
    await fail(users, 3);
    expect(await users.logIn(right)).toBe('ada admin');
  });
});
