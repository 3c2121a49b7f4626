import { ada, usersOver, violation } from './users.fixture';

const { isAdmin: _, ...person } = ada;
const registration = { ...person, password: 'a fine password' };

describe('registering', () => {
  it('gives a token of somebody who is no admin', async () => {
    const { users, written } = usersOver();
    expect(await users.register(registration)).toBe('ada user');
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
    const { users } = usersOver({ create: async ({ passwordHash: _hash, ...user }) => user });
    const { user, token } = await users.create({ ...registration, isAdmin: true });
    expect([user, token]).toEqual([{ ...ada, isAdmin: true }, 'ada admin']);
  });
});

describe('a change', () => {
  it('without anything in it is refused before the database hears of it', async () => {
    const { users, written } = usersOver({ met: [ada] });
    await expect(users.update('ada', {})).rejects.toMatchObject({ kind: 'invalid', detail: 'No data' });
    expect(written).toEqual([]);
  });

  it('of the password alone is one, and is stored as a hash', async () => {
    const { users, written } = usersOver({ met: [ada] });
    expect(await users.update('ada', { password: 'another password' })).toEqual(ada);
    expect(written[0]).toMatchObject({ passwordHash: expect.stringMatching(/^\$argon2id\$/) as string });
    expect(JSON.stringify(written)).not.toContain('another password');
  });

  it('of something else leaves the password alone', async () => {
    const { users, written } = usersOver({ met: [ada] });
    await users.update('ada', { firstName: 'Augusta' });
    expect(JSON.stringify(written)).toBe('[{"firstName":"Augusta"}]');
  });
});

describe('applying', () => {
  it('to a job that is not there is told from any other refusal', async () => {
    const { users } = usersOver({ insertReferring: async () => null, rows: { identify: [ada] } });
    await expect(users.apply('ada', 7)).rejects.toMatchObject({ kind: 'not-found', detail: 'No job: 7' });
  });

  it('as somebody who is not there is told as that, also where there is no such job', async () => {
    const { users } = usersOver({ insertReferring: async () => null });
    await expect(users.apply('ada', 7)).rejects.toMatchObject({ kind: 'not-found', detail: 'No user: ada' });
  });

  it('twice is refused', async () => {
    const { users } = usersOver({ insertReferring: () => Promise.reject(violation('23505', 'applications_pkey')) });
    await expect(users.apply('ada', 7)).rejects.toMatchObject({ kind: 'conflict', detail: 'Already applied to job 7' });
  });

  it('as somebody who was deleted meanwhile is told as that', async () => {
    const gone = violation('23503', 'applications_username_fkey');
    const { users } = usersOver({ insertReferring: () => Promise.reject(gone) });
    await expect(users.apply('ada', 7)).rejects.toMatchObject({ kind: 'not-found', detail: 'No user: ada' });
  });

  it('while jobs are out of reach is no refusal', async () => {
    const outage = new Error('unavailable');
    const { users } = usersOver({ insertReferring: () => Promise.reject(outage) });
    await expect(users.apply('ada', 7)).rejects.toBe(outage);
  });
});

describe('identifying', () => {
  it('says who somebody is by now', async () => {
    const { users } = usersOver({ rows: { identify: [{ username: 'ada', isAdmin: true }] } });
    expect(await users.identify('ada')).toEqual({ username: 'ada', isAdmin: true });
  });

  it('says that somebody is not there any more', async () => {
    expect(await usersOver().users.identify('ada')).toBeNull();
  });
});

describe('somebody who is not there', () => {
  it.each([
    ['be seen', () => usersOver().users.profile('ada')],
    ['change', () => usersOver().users.update('ada', { firstName: 'Augusta' })],
    ['leave', () => usersOver().users.remove('ada')],
  ])('cannot %s', async (_what, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ kind: 'not-found', detail: 'No user: ada' });
  });
});
