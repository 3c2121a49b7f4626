import { randomUUID } from 'node:crypto';
import type { Identity, TokenSubject, User } from '@jobly/contracts';
import { problemOf } from '@jobly/database';
import { aSharedDatabase, preparedStatements } from '@jobly/database/fixtures';
import { anApp } from '@jobly/http-kit/fixtures';
import request from 'supertest';
import { PrismaClient } from './generated/prisma/client';
import { byEvents, onJobEvents } from './lifecycle/by-events';
import { byForeignKeys } from './lifecycle/by-foreign-keys';
import { internalUserRoutes, userRoutes } from './routes';
import { createUsers } from './users';

const unique = () => `u-${randomUUID().slice(0, 13)}`;
const aPerson = (username = unique()) => ({
  username,
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.com',
});
const password = 'a fine password';
const caller: Identity = { username: 'root', account: randomUUID(), isAdmin: true };

describe.each([
  ['monolith', byForeignKeys],
  ['users-service', byEvents],
] as const)('users in the database of the %s', (architecture, lifecycle) => {
  let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
  let api: ReturnType<typeof request>;
  let prepared: () => Promise<string[]>;
  let users: ReturnType<typeof createUsers>;

  beforeAll(async () => {
    shared = await aSharedDatabase(architecture);
    // A single connection, which knows every prepared statement.
    const database = shared.open('users', 1);
    prepared = () => preparedStatements(database);
    const db = { ...database, prisma: new PrismaClient({ adapter: database.adapter }) };
    const issueToken = (subject: TokenSubject) => {
      issued.set(subject.username, subject);
      return `${subject.username} ${subject.isAdmin ? 'admin' : 'user'}`;
    };
    const jobs = { exists: async (id: number) => present.has(id) };
    users = createUsers({ db, jobs, lifecycle, issueToken, loginFailureLimit: 2 });
    const routes = [...userRoutes(users), ...internalUserRoutes(onJobEvents(db))];
    api = request(anApp(routes, { translate: problemOf, guard: async () => caller }));
    if (lifecycle === byForeignKeys) {
      await shared.run(`INSERT INTO companies (handle, name, description) VALUES ('acme', 'Acme', '')`);
    }
  }, 60_000);
  afterAll(() => shared.remove(), 60_000);

  /** Those for whom a token was last issued, by name. */
  const issued = new Map<string, TokenSubject>();

  /** The state of a user's account, if it is still there and has the password that it had then. */
  function identify(username: string): Promise<Identity | null> {
    const { account, passwordVersion } = issued.get(username)!;
    return users.identify(account, passwordVersion);
  }

  /** The existing jobs, wherever they are kept. */
  const present = new Set<number>();
  let lastId = 100;
  async function aJob(): Promise<number> {
    const id = (lastId += 1);
    present.add(id);
    if (lifecycle === byForeignKeys) {
      await shared.run(`INSERT INTO jobs (id, title, company_handle) VALUES ($1, 'Cook', 'acme')`, [id]);
    }
    return id;
  }

  async function created(isAdmin = false): Promise<User> {
    const user = { ...aPerson(), isAdmin };
    const { body } = await api.post('/users').send({ ...user, password });
    expect(body).toEqual({ user, token: `${user.username} ${isAdmin ? 'admin' : 'user'}` });
    return user;
  }
  const logIn = async (username: string, tried: string) =>
    (await api.post('/auth/token').send({ username, password: tried })).body as unknown;

  it.each([false, true])('are kept as they were given: admin %p', async (isAdmin) => {
    const user = await created(isAdmin);
    expect((await api.get(`/users/${user.username}`)).body).toEqual({ user: { ...user, applications: [] } });
    const { account } = issued.get(user.username)!;
    expect(await identify(user.username)).toEqual({ username: user.username, account, isAdmin });
  });

  it('register, and are no admins', async () => {
    const person = aPerson();
    const { status, body } = await api.post('/auth/register').send({ ...person, password });
    expect([status, body]).toEqual([201, { token: `${person.username} user` }]);
    expect(await identify(person.username)).toMatchObject({ username: person.username, isAdmin: false });
  });

  it('have their names to themselves', async () => {
    const { username } = await created();
    const { body } = await api.post('/auth/register').send({ ...aPerson(username), password });
    expect(body).toEqual({ error: { message: `Duplicate username: ${username}`, status: 409 } });
  });

  it('are listed by name, without their passwords', async () => {
    const [one, other] = [await created(), await created(true)];
    const { body } = await api.get('/users');
    const listed = (body as { users: User[] }).users;
    const names = listed.map(({ username }) => username);
    expect(names).toEqual([...names].sort());
    expect(listed).toEqual(expect.arrayContaining([one, other]));
    expect(JSON.stringify(body)).not.toContain('argon2');
  });

  it('log in with their own password only', async () => {
    const [user, admin] = [await created(), await created(true)];
    const wrong = { error: { message: 'Invalid username/password', status: 401 } };
    expect(await logIn(user.username, password)).toEqual({ token: `${user.username} user` });
    expect(await logIn(admin.username, password)).toEqual({ token: `${admin.username} admin` });
    expect(await logIn(user.username, 'another password')).toEqual(wrong);
    expect(await logIn(unique(), password)).toEqual(wrong);
  });

  it('rest after failures, which a success forgives', async () => {
    const { username } = await created();
    await logIn(username, 'wrong');
    expect(await logIn(username, password)).toEqual({ token: `${username} user` });
    for (let i = 0; i < 2; i += 1) expect(await logIn(username, 'wrong')).toMatchObject({ error: { status: 401 } });
    const { status, headers, body } = await api.post('/auth/token').send({ username, password });
    const message = 'Too many failed logins for this username; please try again later';
    expect([status, body]).toEqual([429, { error: { message, status: 429 } }]);
    expect(headers['retry-after']).toBe('1');
  });

  it('are changed in what is given, and in nothing else', async () => {
    const [user, untouched] = [await created(), await created()];
    const changes = { firstName: 'Augusta', email: 'augusta@example.com' };
    expect((await api.patch(`/users/${user.username}`).send(changes)).body).toEqual({ user: { ...user, ...changes } });
    expect(await logIn(user.username, password)).toEqual({ token: `${user.username} user` });
    expect((await api.get(`/users/${untouched.username}`)).body).toMatchObject({ user: untouched });
  });

  it('may have another password, and then no longer the old one', async () => {
    const { username } = await created();
    await api.patch(`/users/${username}`).send({ password: 'another password' });
    expect(await logIn(username, 'another password')).toEqual({ token: `${username} user` });
    expect(await logIn(username, password)).toMatchObject({ error: { status: 401 } });
  });

  it('are gone when they are deleted, and nobody else is', async () => {
    const [{ username }, other, jobId] = [await created(), await created(), await aJob()];
    for (const applicant of [username, other.username]) await api.post(`/users/${applicant}/jobs/${jobId}`);
    expect((await api.delete(`/users/${username}`)).body).toEqual({ deleted: username });
    const none = { error: { message: `No user: ${username}`, status: 404 } };
    expect((await api.get(`/users/${username}`)).body).toEqual(none);
    expect((await api.delete(`/users/${username}`)).body).toEqual(none);
    expect((await api.patch(`/users/${username}`).send({ firstName: 'Augusta' })).body).toEqual(none);
    expect((await api.post(`/users/${username}/jobs/${jobId}`)).body).toEqual(none);
    expect(await identify(username)).toBeNull();
    expect((await api.get(`/users/${other.username}`)).body).toMatchObject({ user: { applications: [jobId] } });
  });

  it('apply to jobs that are there, once each', async () => {
    const [{ username }, first, second] = [await created(), await aJob(), await aJob()];
    for (const id of [second, first]) {
      expect((await api.post(`/users/${username}/jobs/${id}`)).body).toEqual({ applied: id });
    }
    expect((await api.post(`/users/${username}/jobs/${first}`)).body).toEqual({
      error: { message: `Already applied to job ${first}`, status: 409 },
    });
    expect((await api.post(`/users/${username}/jobs/9`)).body).toEqual({
      error: { message: 'No job: 9', status: 404 },
    });
    expect((await api.get(`/users/${username}`)).body).toMatchObject({ user: { applications: [first, second] } });
  });

  it('are asked for by statements that are prepared, each under its own name', async () => {
    const { username } = await created();
    await logIn(username, password);
    await identify(username);
    await api.get(`/users/${username}`);
    await api.patch(`/users/${username}`).send({ password });
    for (const applicant of [username, unique()]) await api.post(`/users/${applicant}/jobs/${await aJob()}`);
    const ofLogIns = ['begin-log-in', 'forgive-log-in'];
    const ofUsers = ['identify', 'profile', 'password-hash', 'user-exists', 'insert-application'];
    expect(await prepared()).toEqual(expect.arrayContaining([...ofLogIns, ...ofUsers]));
  });

  if (lifecycle === byEvents) {
    it('lose their applications to jobs that were deleted, and no others', async () => {
      const [{ username }, kept, gone, alsoGone] = [await created(), await aJob(), await aJob(), await aJob()];
      for (const id of [kept, gone, alsoGone]) await api.post(`/users/${username}/jobs/${id}`);
      const told = await api
        .post('/internal/events/jobs-deleted')
        .send({ eventId: randomUUID(), jobIds: [gone, alsoGone] });
      expect(told.status).toBe(204);
      expect(await prepared()).toContain('delete-applications-to-jobs');
      expect((await api.get(`/users/${username}`)).body).toMatchObject({ user: { applications: [kept] } });
    });
  } else {
    it('lose their applications with the jobs', async () => {
      const [{ username }, kept, gone] = [await created(), await aJob(), await aJob()];
      for (const id of [kept, gone]) await api.post(`/users/${username}/jobs/${id}`);
      await shared.run('DELETE FROM jobs WHERE id = $1', [gone]);
      expect((await api.get(`/users/${username}`)).body).toMatchObject({ user: { applications: [kept] } });
    });
  }
});
