import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUrl, type Stacks } from '../targets/stacks';
import { createDatabases } from '../targets/databases';
import { startStacks } from '../targets/start-stacks';
import { exchange } from '../exchange';
import { dataSize } from './size';
import { companiesOf, jobsOf } from './records';
import pg from 'pg';

import.meta.jest.setTimeout(180_000);

const size = dataSize('1k');
const cache = mkdtempSync(join(tmpdir(), 'jobly-lab-cache-'));
let stacks: Stacks | undefined;

beforeAll(async () => {
  process.env['JOBLY_LAB_CACHE'] = cache;
  stacks = await startStacks(new AbortController().signal, { data: size, furtherDatabases: 1 });
});
afterAll(async () => {
  await stacks?.close();
  rmSync(cache, { recursive: true });
});

async function query<Row>(database: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl(stacks!.postgres!, database) });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

const all = <Row>(database: string, table: string, columns = '*') =>
  query<Row>(database, `SELECT ${columns} FROM ${table} ORDER BY 1, 2`);

describe('data of a chosen size', () => {
  it('is the same in the database of the monolith and in those of the services', async () => {
    for (const [database, table, columns] of [
      ['jobly_companies', 'companies', 'handle, name, description, num_employees, logo_url'],
      ['jobly_jobs', 'jobs', 'id, title, salary, equity, company_handle'],
      ['jobly_users', 'applications', 'username, job_id'],
      ['jobly_users', 'users', 'username, first_name, last_name, email, is_admin'],
    ] as const) {
      const rows = await all(database, table, columns);
      expect(rows).toEqual(await all('jobly', table, columns));
      const extra = { companies: 0, jobs: 0, applications: 3, users: 2 }[table];
      expect(rows).toHaveLength(size[table] + extra);
    }
  });

  it('holds the records that workloads draw from', async () => {
    const jobs = jobsOf(size);
    const companies = companiesOf(size);
    expect(await all('jobly', 'jobs', 'id, title')).toEqual(Array.from({ length: size.jobs }, (_, at) => jobs.at(at)));
    const drawn = Array.from({ length: size.companies }, (_, at) => companies.at(at)!);
    expect(new Set(await all('jobly', 'companies', 'handle, name'))).toEqual(new Set(drawn));
  });

  it('refers to nothing that does not exist', async () => {
    const [found] = await query(
      'jobly',
      `SELECT (SELECT count(*)::int FROM jobs LEFT JOIN companies ON handle = company_handle WHERE handle IS NULL)
            + (SELECT count(*)::int FROM applications LEFT JOIN jobs ON id = job_id WHERE id IS NULL)
            + (SELECT count(*)::int FROM applications LEFT JOIN users USING (username) WHERE first_name IS NULL) AS lost`,
    );
    expect(found).toEqual({ lost: 0 });
  });

  it('has left no events behind, and every index as it was', async () => {
    for (const database of ['jobly_companies', 'jobly_jobs'])
      expect(await query(database, 'SELECT FROM outbox_events')).toHaveLength(0);
    const names = await query<{ name: string }>(
      'jobly',
      `SELECT indexname AS name FROM pg_indexes WHERE tablename = 'jobs'`,
    );
    expect(names.map(({ name }) => name).sort()).toEqual([
      'jobs_company_handle_idx',
      'jobs_idempotency_key_key',
      'jobs_pkey',
      'jobs_salary_idx',
      'jobs_title_id_idx',
      'jobs_title_idx',
    ]);
  });

  it('can be used: users log in with the seeded password, and the next job gets the next number', async () => {
    const [{ username } = { username: '' }] = await all<{ username: string }>('jobly', 'users', 'username, email');
    for (const { origin } of [stacks!.monolith, stacks!.micro]) {
      const asked = { method: 'POST', path: '/auth/token', body: { username, password: 'password' } };
      expect(await exchange(origin, asked)).toMatchObject({ status: 200 });
      const admin = await exchange(origin, { ...asked, body: { username: 'testadmin', password: 'password' } });
      const { token } = admin.body as { token: string };
      const body = { title: 'One more', companyHandle: companiesOf(size).at(0)!.handle };
      const created = await exchange(origin, { method: 'POST', path: '/jobs', token, body });
      expect(created).toMatchObject({ status: 201, body: { job: { id: size.jobs + 1 } } });
    }
  });

  it('is copied for variants, whatever the stacks have changed since', async () => {
    await createDatabases(stacks!.postgres!, 'other_');
    expect(await all('other_jobly', 'jobs', 'id, title')).toHaveLength(size.jobs);
    expect(await all('other_jobly_jobs', 'jobs', 'id, title')).toHaveLength(size.jobs);
  });
});
