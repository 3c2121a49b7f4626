import { aSharedDatabase } from '@jobly/database/fixtures';
import { createPasswordCheck } from './passwords';
import { seedApplications, seedUsers } from './seed';

let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
const seed = seedUsers('a password for both');
beforeAll(async () => {
  shared = await aSharedDatabase('users-service');
  await seed(shared.open().sql);
}, 60_000);
afterAll(() => shared.remove(), 60_000);

describe('The seeded users', () => {
  it('are one who may do everything and one who may not', async () => {
    const columns = 'username, first_name, last_name, email, is_admin';
    expect(await shared.run(`SELECT ${columns} FROM users ORDER BY username`)).toEqual([
      { username: 'testadmin', first_name: 'Test', last_name: 'Admin', email: 'testadmin@example.com', is_admin: true },
      { username: 'testuser', first_name: 'Test', last_name: 'User', email: 'testuser@example.com', is_admin: false },
    ]);
  });

  it('have the password that was given', async () => {
    const hashes = await shared.run<{ hash: string }>('SELECT password_hash AS hash FROM users');
    const passwordFits = createPasswordCheck();
    const fits = hashes.map(({ hash }) => passwordFits('a password for both', hash));
    expect(await Promise.all(fits)).toEqual([true, true]);
  });

  it('stay as they are where they are there already', async () => {
    await shared.run(`UPDATE users SET first_name = 'Changed' WHERE username = 'testuser'`);
    await seed(shared.open().sql);
    expect(await shared.run(`SELECT first_name FROM users ORDER BY username`)).toEqual([
      { first_name: 'Test' },
      { first_name: 'Changed' },
    ]);
  });

  it('have applied to a few of the two hundred jobs, if they are testuser', async () => {
    await seedApplications(shared.open().sql);
    const applications = await shared.run<{ username: string; id: number }>(
      'SELECT username, job_id AS id FROM applications',
    );
    expect(applications).toHaveLength(3);
    for (const { username, id } of applications) {
      expect(username).toBe('testuser');
      expect(id).toBeLessThanOrEqual(200);
    }
  });
});
