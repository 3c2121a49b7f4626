import type { Seed } from '@jobly/database';
import { hashPassword } from './passwords';

/** `testuser` and `testadmin`, with this password. */
export const seedUsers =
  (password: string): Seed =>
  async (sql) => {
    const passwordHash = await hashPassword(password);
    const users = ['User', 'Admin'].map((lastName) => {
      const username = `test${lastName.toLowerCase()}`;
      const email = `${username}@example.com`;
      return { username, passwordHash, firstName: 'Test', lastName, email, isAdmin: lastName === 'Admin' };
    });
    await sql({
      name: 'seed-users',
      text: `INSERT INTO users (username, password_hash, first_name, last_name, email, is_admin)
             SELECT username, "passwordHash", "firstName", "lastName", email, "isAdmin"
             FROM json_to_recordset($1)
               AS row(username text, "passwordHash" text, "firstName" text, "lastName" text, email text, "isAdmin" boolean)
             -- They may have stayed when all the companies were deleted.
             ON CONFLICT (username) DO NOTHING`,
      values: [JSON.stringify(users)],
    });
  };

export const seedApplications: Seed = async (sql) => {
  const applications = [3, 14, 159].map((jobId) => ({ username: 'testuser', jobId }));
  await sql({
    name: 'seed-applications',
    text: `INSERT INTO applications (username, job_id)
           SELECT username, "jobId" FROM json_to_recordset($1) AS row(username text, "jobId" int)`,
    values: [JSON.stringify(applications)],
  });
};
