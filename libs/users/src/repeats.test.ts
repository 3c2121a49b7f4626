import { createHash, randomUUID } from 'node:crypto';
import { aSharedDatabase } from '@jobly/database/fixtures';
import { PrismaClient } from './generated/prisma/client';
import { byEvents } from './lifecycle/by-events';
import { createUsers } from './users';

const password = 'a fine password';

let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
let users: ReturnType<typeof createUsers>;
let issued = 0;
beforeAll(async () => {
  shared = await aSharedDatabase('users-service');
  const database = shared.open();
  const db = { ...database, prisma: new PrismaClient({ adapter: database.adapter }) };
  users = createUsers({
    db,
    jobs: { exists: async () => true },
    lifecycle: byEvents,
    issueToken: ({ username }) => `token ${(issued += 1)} of ${username}`,
    loginFailureLimit: 0,
  });
}, 60_000);
afterAll(() => shared.remove(), 60_000);

const whoever = ({ username }: { username: string }) => ({ username, account: null });

const aPerson = () => ({
  username: `u-${randomUUID().slice(0, 13)}`,
  password,
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.com',
});

describe('a registration that is repeated', () => {
  it('gets a token that was made for it', async () => {
    const [person, key] = [aPerson(), randomUUID()];
    const first = await users.register(person, key);
    const again = await users.register(person, key);
    expect([first, again].map((token) => token.replace(/\d+/, 'N'))).toEqual(
      Array(2).fill(`token N of ${person.username}`),
    );
    expect(again).not.toBe(first);
  });

  it('is another one with another password, and with the one that the user has changed', async () => {
    const [person, key] = [aPerson(), randomUUID()];
    await users.register(person, key);
    await expect(users.register({ ...person, password: 'another password' }, key)).rejects.toMatchObject({
      kind: 'key-reused',
    });
    await users.update(whoever(person), { password: 'another password' });
    await expect(users.register(person, key)).rejects.toMatchObject({ kind: 'key-reused' });
  });

  it('leaves nothing of the password behind but its hash', async () => {
    const [person, key] = [aPerson(), randomUUID()];
    const { username, ...others } = person;
    const isAdmin = false;
    await users.register(person, key);
    const [row] = await shared.run<{ fingerprint: string }>(
      'SELECT request_fingerprint AS fingerprint FROM users WHERE username = $1',
      [username],
    );
    const digest = (request: object) => createHash('sha256').update(JSON.stringify(request)).digest('hex');
    expect(row!.fingerprint).not.toBe(digest({ ...person, isAdmin }));
    const { password: _, ...shown } = others;
    expect(row!.fingerprint).toBe(digest({ username, ...shown, isAdmin }));
  });

  it('hides its marks wherever users are shown', async () => {
    const person = aPerson();
    const { user } = await users.create({ ...person, isAdmin: true }, randomUUID());
    const { password: _, ...shown } = { ...person, isAdmin: true };
    expect(user).toEqual(shown);
    expect(await users.profile(whoever(person))).toEqual({ ...shown, applications: [] });
    expect(await users.update(whoever(person), { firstName: 'Ada' })).toEqual(shown);
    expect(await users.list()).toContainEqual(shown);
  });
});
