import type { Sql } from '../sql';
import { connectionTrouble } from '../connection/trouble';
import { openPool } from '../pool';
import { transactionsOver } from '../transaction';
import { companies } from './companies';
import { jobs } from './jobs';

/** Puts the first rows into some tables. */
type Seed = (sql: Sql) => Promise<void>;

/**
 * Fills a database that is empty, as its `table` shows: with all seeds or with none. Processes that start together do
 * it once. Rejects with a StartError.
 * @returns whether it was empty.
 */
export async function seedOnce(url: string, table: 'companies' | 'jobs' | 'users', seeds: Seed[]): Promise<boolean> {
  const pool = openPool({ url, max: 1, name: 'seed' });
  try {
    return await transactionsOver(pool)(async (sql) => {
      await sql({ name: '', text: `SELECT pg_advisory_xact_lock(hashtextextended('seed', 0))`, values: [] });
      const rows = await sql({ name: '', text: `SELECT 1 FROM ${table} LIMIT 1`, values: [] });
      if (rows.length > 0) return false;
      for (const seed of seeds) await seed(sql);
      return true;
    });
  } catch (error) {
    throw connectionTrouble(url, error);
  } finally {
    await pool.end();
  }
}

export const seedCompanies: Seed = (sql) =>
  insert(
    sql,
    `INSERT INTO companies (handle, name, description, num_employees, logo_url)
     SELECT handle, name, description, "numEmployees", "logoUrl"
     FROM json_to_recordset($1) AS row(handle text, name text, description text, "numEmployees" int, "logoUrl" text)`,
    companies,
  );

export const seedJobs: Seed = async (sql) => {
  await insert(
    sql,
    `INSERT INTO jobs (id, title, salary, equity, company_handle)
     SELECT id, title, salary, equity::numeric, "companyHandle"
     FROM json_to_recordset($1) AS row(id int, title text, salary int, equity text, "companyHandle" text)`,
    jobs,
  );
  // The next job gets the next number.
  await sql({
    name: 'job-ids',
    text: `SELECT setval(pg_get_serial_sequence('jobs', 'id'), max(id)) FROM jobs`,
    values: [],
  });
};

/** `testuser` and `testadmin`; hashing is the users module's business. */
export const seedUsers =
  (passwordHash: string): Seed =>
  (sql) =>
    insert(
      sql,
      `INSERT INTO users (username, password_hash, first_name, last_name, email, is_admin)
       SELECT username, "passwordHash", "firstName", "lastName", email, "isAdmin"
       FROM json_to_recordset($1)
         AS row(username text, "passwordHash" text, "firstName" text, "lastName" text, email text, "isAdmin" boolean)
       -- They may have stayed when all the companies were deleted.
       ON CONFLICT (username) DO NOTHING`,
      ['User', 'Admin'].map((lastName) => {
        const username = `test${lastName.toLowerCase()}`;
        const email = `${username}@example.com`;
        return { username, passwordHash, firstName: 'Test', lastName, email, isAdmin: lastName === 'Admin' };
      }),
    );

export const seedApplications: Seed = (sql) =>
  insert(
    sql,
    `INSERT INTO applications (username, job_id)
     SELECT username, "jobId" FROM json_to_recordset($1) AS row(username text, "jobId" int)`,
    [3, 14, 159].map((jobId) => ({ username: 'testuser', jobId })),
  );

async function insert(sql: Sql, text: string, rows: unknown[]): Promise<void> {
  await sql({ name: '', text, values: [JSON.stringify(rows)] });
}
