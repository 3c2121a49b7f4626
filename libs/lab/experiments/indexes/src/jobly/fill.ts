import type { Server } from '../people/server';
import { databasesOf, type StackName } from './databases';

/** Adds rows to each table, of which there are so many jobs afterwards; a company has ten. */
const FILLED: Record<string, (from: number, to: number, firstJob: number) => string> = {
  companies: (from, to) => `
    INSERT INTO companies (handle, name, description, num_employees)
    SELECT 'big-' || i, initcap(substr(md5(i::text), 1, 6) || ' ' || substr(md5('n' || i), 1, 5)) || ' ' || i, 'One of many',
           CASE WHEN i % 5000 = 0 THEN 900000 + i % 1000 ELSE abs(hashint4(i)) % 10000 END
    FROM generate_series(${from / 10 + 1}, ${to / 10}) AS i`,
  jobs: (from, to) => `
    INSERT INTO jobs (title, salary, equity, company_handle)
    SELECT initcap(substr(md5('a' || i % 97), 1, 7) || ' ' || substr(md5('b' || i % 1009), 1, 6)),
           CASE WHEN i % 50000 = 0 THEN 5000000 + i % 1000 ELSE 20000 + abs(hashint4(i)) % 180000 END,
           CASE abs(hashint4(-i)) % 4 WHEN 0 THEN 0.05 WHEN 1 THEN 0 END,
           'big-' || 1 + abs(hashint4(i + 7)) % ${to / 10}
    FROM generate_series(${from + 1}, ${to}) AS i`,
  users: (from, to) => `
    INSERT INTO users (username, password_hash, first_name, last_name, email)
    SELECT 'big-' || i, '$argon2id$', 'Ada', 'Lovelace', 'big-' || i || '@example.com'
    FROM generate_series(${from + 1}, ${to}) AS i`,
  applications: (from, to, firstJob) => `
    INSERT INTO applications (username, job_id)
    SELECT 'big-' || i, ${firstJob} + abs(hashint4(i)) % ${to} FROM generate_series(${from + 1}, ${to}) AS i`,
  login_failures: (from, to) => `
    INSERT INTO login_failures (scope, username, source, forgotten_at)
    SELECT 'pair', 'big-' || i, '192.0.2.1', now() + interval '1 day' FROM generate_series(${from / 10 + 1}, ${to / 10}) AS i`,
  inbox: (from, to) =>
    `INSERT INTO inbox (event_id) SELECT gen_random_uuid() FROM generate_series(${from / 10 + 1}, ${to / 10})`,
};

/**
 * Raises the number of jobs, users and applications, of a tenth as many companies, and of what grows with them. One job
 * in 50,000 pays more than a million, and one company in 5,000 is huge: filters that few rows pass.
 */
export async function fillJobly(
  servers: ReadonlyMap<string, Server>,
  stack: StackName,
  from: number,
  to: number,
): Promise<void> {
  let firstJob = 0;
  for (const { database, tables } of databasesOf[stack]) {
    const server = servers.get(database)!;
    for (const table of tables) {
      await server.rows(FILLED[table]!(from, to, firstJob));
      await server.rows(`VACUUM (ANALYZE) ${table}`);
      if (table !== 'jobs') continue;
      const [least] = await server.rows<{ id: number }>(
        `SELECT min(id) AS id FROM jobs WHERE company_handle LIKE 'big-%'`,
      );
      firstJob = least!.id;
    }
  }
}
