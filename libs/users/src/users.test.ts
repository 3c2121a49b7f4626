import { hashPassword } from './passwords';
import type { UserReference } from './user-reference';
import { account, ada, usersOver, violation } from './users.fixture';

const { isAdmin: _, ...person } = ada;
const registration = { ...person, password: 'a fine password' };
const presentPassword = { 'password-hash': [{ passwordHash: await hashPassword('a fine password') }] };

/** Ada, whom an administrator names, and Ada as she names herself. */
const named = { username: 'ada', account: null };
const herself = { username: 'ada', account };

describe('registering', () => {
  it('gives a token of somebody who is no admin', async () => {
    const { users, written, issued } = usersOver();
    expect(await users.register(registration)).toBe('ada user');
    expect(issued).toEqual([{ username: 'ada', account, isAdmin: false, passwordVersion: 1 }]);
    expect(written).toEqual([expect.objectContaining({ username: 'ada', isAdmin: false })]);
  });

  it('keeps no password', async () => {
    const { users, written } = usersOver();
    await users.register(registration);
    expect(written[0]).toMatchObject({ passwordHash: expect.stringMatching(/^\$argon2id\$/) as string });
    expect(JSON.stringify(written)).not.toContain(registration.password);
  });

  it('refuses a name that is taken', async () => {
    const { users } = usersOver({ create: () => Promise.reject(violation('23505', 'users_pkey')) });
    await expect(users.register(registration)).rejects.toMatchObject({
      kind: 'conflict',
      detail: 'Duplicate username: ada',
    });
  });

  it('takes no other trouble for a name that is taken', async () => {
    const trouble = new Error('connection lost');
    const { users } = usersOver({ create: () => Promise.reject(trouble) });
    await expect(users.register(registration)).rejects.toBe(trouble);
  });
});

describe('an admin', () => {
  it('may add an admin, and gets their token', async () => {
    const { users } = usersOver();
    const { user, token } = await users.create({ ...registration, isAdmin: true });
    expect([user, token]).toEqual([{ ...ada, isAdmin: true }, 'ada admin']);
  });
});

describe('a change', () => {
  it('without anything in it is refused before the database hears of it', async () => {
    const { users, written } = usersOver({ met: [ada] });
    await expect(users.update(named, {})).rejects.toMatchObject({ kind: 'invalid', detail: 'No data' });
    expect(written).toEqual([]);
  });

  it('of the password alone is one, and is stored as a hash', async () => {
    const { users, written } = usersOver({ met: [ada], rows: presentPassword });
    expect(await users.update(herself, { password: 'another password' })).toEqual(ada);
    const passwordHash = expect.stringMatching(/^\$argon2id\$/) as string;
    expect(written).toEqual([{ passwordHash, passwordVersion: { increment: 1 } }]);
    expect(JSON.stringify(written)).not.toContain('another password');
  });

  it('of the password to the present one is none, whatever else is changed', async () => {
    const { users, written } = usersOver({ met: [ada], rows: presentPassword });
    expect(await users.update(herself, { firstName: 'Augusta', password: 'a fine password' })).toEqual(ada);
    expect(written).toEqual([{ firstName: 'Augusta' }]);
  });

  it('of something else leaves the password alone', async () => {
    const { users, written, asked } = usersOver({ met: [ada] });
    await users.update(named, { firstName: 'Augusta' });
    expect(written).toEqual([{ firstName: 'Augusta' }]);
    expect(asked).toEqual([]);
  });
});

describe('applying', () => {
  it('to a job that is not there is told from any other refusal', async () => {
    const { users } = usersOver({ insertReferring: async () => null, rows: { 'user-exists': [{}] } });
    await expect(users.apply(named, 7)).rejects.toMatchObject({ kind: 'not-found', detail: 'No job: 7' });
  });

  it('as somebody who is not there is told as that, also where there is no such job', async () => {
    const { users } = usersOver({ insertReferring: async () => null });
    await expect(users.apply(named, 7)).rejects.toMatchObject({ kind: 'not-found', detail: 'No user: ada' });
  });

  it('twice is refused', async () => {
    const { users } = usersOver({ insertReferring: () => Promise.reject(violation('23505', 'applications_pkey')) });
    await expect(users.apply(named, 7)).rejects.toMatchObject({ kind: 'conflict', detail: 'Already applied to job 7' });
  });

  it('while jobs are out of reach is no refusal', async () => {
    const outage = new Error('unavailable');
    const { users } = usersOver({ insertReferring: () => Promise.reject(outage) });
    await expect(users.apply(named, 7)).rejects.toBe(outage);
  });
});

describe('identifying', () => {
  it('says who somebody is by now', async () => {
    const identity = { username: 'ada', account, isAdmin: true };
    const { users } = usersOver({ rows: { identify: [identity] } });
    expect(await users.identify(account, 1)).toEqual(identity);
  });

  it('says that somebody is not there any more', async () => {
    expect(await usersOver().users.identify(account, 1)).toBeNull();
  });
});

describe('somebody who is not there', () => {
  const { users } = usersOver();

  describe.each([
    ['be seen', (who: UserReference) => users.profile(who)],
    ['change', (who: UserReference) => users.update(who, { firstName: 'Augusta' })],
    ['change the password', (who: UserReference) => users.update(who, { password: 'another password' })],
    ['leave', (who: UserReference) => users.remove(who)],
    ['apply', (who: UserReference) => users.apply(who, 7)],
  ])('cannot %s', (_what, attempt) => {
    it('and does not exist for an administrator', async () => {
      await expect(attempt(named)).rejects.toMatchObject({ kind: 'not-found', detail: 'No user: ada' });
    });

    it('and has a bad token', async () => {
      await expect(attempt(herself)).rejects.toMatchObject({ kind: 'unauthorized', detail: 'Unauthorized' });
    });
  });

  it('has no password that could be tried', async () => {
    const { users, asked, written } = usersOver();
    await expect(users.update(herself, { password: 'another password' })).rejects.toMatchObject({
      kind: 'unauthorized',
    });
    expect([asked, written]).toEqual([['password-hash'], []]);
  });

  it('any more when the new password is about to be written has a bad token', async () => {
    const { users } = usersOver({ rows: presentPassword, met: [] });
    await expect(users.update(herself, { password: 'another password' })).rejects.toMatchObject({
      kind: 'unauthorized',
    });
  });
});
