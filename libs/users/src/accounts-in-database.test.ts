import { randomUUID } from 'node:crypto';
import type { TokenSubject } from '@jobly/contracts';
import { aSharedDatabase } from '@jobly/database/fixtures';
import { PrismaClient } from './generated/prisma/client';
import { byEvents } from './lifecycle/by-events';
import { byForeignKeys } from './lifecycle/by-foreign-keys';
import { type Users, createUsers } from './users';

const password = 'a fine password';
const JOB = 7;
const unauthorized = { kind: 'unauthorized', detail: 'Unauthorized' };

/** The user who is called so, as an administrator means them. */
const whoever = ({ username }: TokenSubject) => ({ username, account: null });

describe.each([
  ['monolith', byForeignKeys],
  ['users-service', byEvents],
] as const)('an account in the database of the %s', (architecture, lifecycle) => {
  let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
  let users: Users;
  beforeAll(async () => {
    shared = await aSharedDatabase(architecture);
    const database = shared.open();
    const db = { ...database, prisma: new PrismaClient({ adapter: database.adapter }) };
    const issueToken = (subject: TokenSubject) => JSON.stringify(subject);
    users = createUsers({ db, jobs: { exists: async () => true }, lifecycle, issueToken, loginFailureLimit: 0 });
    if (lifecycle === byForeignKeys) {
      await shared.run(`INSERT INTO companies (handle, name, description) VALUES ('acme', 'Acme', '')`);
      await shared.run(`INSERT INTO jobs (id, title, company_handle) VALUES ($1, 'Cook', 'acme')`, [JOB]);
    }
  }, 60_000);
  afterAll(() => shared.remove(), 60_000);

  async function registered(username = `u-${randomUUID().slice(0, 13)}`): Promise<TokenSubject> {
    const person = { username, firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' };
    return JSON.parse(await users.register({ ...person, password })) as TokenSubject;
  }
  const loggedIn = async ({ username }: TokenSubject, tried = password) =>
    JSON.parse(await users.logIn({ username, password: tried }, 'here')) as TokenSubject;
  const isActive = async ({ account, passwordVersion }: TokenSubject) =>
    (await users.identify(account, passwordVersion)) !== null;

  it('is the one that every token of it names', async () => {
    const user = await registered();
    expect(await loggedIn(user)).toEqual(user);
    expect(await users.identify(user.account, user.passwordVersion)).toMatchObject({ username: user.username });
  });

  it('is over when it is deleted, whoever has its name', async () => {
    const former = await registered();
    await users.remove(former);
    const present = await registered(former.username);
    expect(present.account).not.toBe(former.account);
    expect([await isActive(former), await isActive(present)]).toEqual([false, true]);
  });

  it.each<[string, (former: TokenSubject) => Promise<unknown>]>([
    ['show', (former) => users.profile(former)],
    ['change', (former) => users.update(former, { firstName: 'Eve' })],
    ['change the password of', (former) => users.update(former, { password: 'another password' })],
    ['delete', (former) => users.remove(former)],
    ['apply as', (former) => users.apply(former, JOB)],
  ])('that is over cannot %s the one that has its name', async (_what, attempt) => {
    const former = await registered();
    await users.remove(former);
    const present = await registered(former.username);
    const before = await users.profile(present);
    await expect(attempt(former)).rejects.toMatchObject(unauthorized);
    expect(await users.profile(present)).toEqual(before);
    expect(before.applications).toEqual([]);
    expect(await loggedIn(present)).toEqual(present);
  });

  it('keeps its tokens when its password is set to what it is', async () => {
    const user = await registered();
    expect(await users.update(user, { password })).toMatchObject({ username: user.username });
    await users.update(user, { password, firstName: 'Augusta' });
    expect(await users.profile(user)).toMatchObject({ firstName: 'Augusta' });
    expect([await isActive(user), await loggedIn(user)]).toEqual([true, user]);
  });

  it.each([
    ['its holder', (user: TokenSubject) => user],
    ['an administrator', whoever],
  ])('loses its tokens when %s changes the password, even if it is changed back', async (_who, named) => {
    const user = await registered();
    await users.update(named(user), { password: 'another password' });
    const later = await loggedIn(user, 'another password');
    expect([await isActive(user), await isActive(later)]).toEqual([false, true]);
    await users.update(named(user), { password });
    expect([await isActive(user), await isActive(later), await isActive(await loggedIn(user))]).toEqual([
      false,
      false,
      true,
    ]);
  });

  describe('whose name is taken while it applies', () => {
    /** An advisory lock that holds up applications between the statement's beginning and the check of its foreign keys. */
    const HELD_UP = 42;
    beforeAll(async () => {
      await shared.run(`CREATE FUNCTION hold_up() RETURNS trigger LANGUAGE plpgsql
                        AS 'BEGIN PERFORM pg_advisory_xact_lock_shared(${HELD_UP}); RETURN NEW; END'`);
      await shared.run(`CREATE TRIGGER hold_up BEFORE INSERT ON applications
                        FOR EACH ROW EXECUTE FUNCTION hold_up()`);
    });

    /** Resolves when so many wait for a lock, or when `during` is over. */
    async function waiting(count: number, during: Promise<unknown>): Promise<void> {
      const isOver = during.then(() => true);
      const isAwaited = async () => {
        const text = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        return (await shared.run(text)).length >= count;
      };
      while (!(await Promise.race([isOver, isAwaited()])));
    }

    it('leaves no application to the next', async () => {
      const former = await registered();
      const { applied, succession } = await shared.open().transaction(async (sql) => {
        await sql({ name: '', text: `SELECT pg_advisory_xact_lock(${HELD_UP})`, values: [] });
        const applied = users.apply(former, JOB);
        await waiting(1, applied);
        const succession = users.remove(former).then(() => registered(former.username));
        await waiting(2, succession);
        return { applied, succession };
      });
      await applied;
      expect(await users.profile(await succession)).toMatchObject({ applications: [] });
    });
  });
});
