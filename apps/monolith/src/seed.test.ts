import { seedCompanies } from '@jobly/companies';
import { seedOnce } from '@jobly/database';
import { aSharedDatabase } from '@jobly/database/fixtures';
import { seedJobs } from '@jobly/jobs';
import { seedApplications, seedUsers } from '@jobly/users';

const apps = ['monolith', 'companies-service', 'jobs-service', 'users-service'] as const;
type App = (typeof apps)[number];

let databases: Record<App, Awaited<ReturnType<typeof aSharedDatabase>>>;

beforeAll(async () => {
  const opened = await Promise.all(apps.map(async (app) => [app, await aSharedDatabase(app)] as const));
  databases = Object.fromEntries(opened) as typeof databases;
}, 120_000);
afterAll(() => Promise.all(apps.map((app) => databases[app].remove())), 60_000);
beforeEach(async () => {
  for (const app of apps) {
    const tables = await query<{ name: string }>(
      app,
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    );
    await query(app, `TRUNCATE ${tables.map(({ name }) => name).join()} RESTART IDENTITY`);
  }
});

const query = <Row>(app: App, text: string) => databases[app].run<Row>(text);

const users = seedUsers('password');

const seedMonolith = () =>
  seedOnce(databases.monolith.url, 'companies', [seedCompanies, seedJobs, users, seedApplications]);

const countOf = async (table: string, condition = 'true') => {
  const [row] = await query<{ count: number }>('monolith', `SELECT count(*)::int FROM ${table} WHERE ${condition}`);
  return row!.count;
};

describe('The seed', () => {
  it('is 50 companies and 200 jobs, of which half have equity, a quarter none, and a quarter do not say', async () => {
    await seedMonolith();
    expect(await countOf('companies')).toBe(50);
    expect(await countOf('jobs')).toBe(200);
    expect(await countOf('jobs', 'equity > 0')).toBe(100);
    expect(await countOf('jobs', 'equity = 0')).toBe(50);
    expect(await countOf('jobs', 'equity IS NULL')).toBe(50);
    expect(await countOf('jobs', 'salary IS NULL')).toBeGreaterThan(0);
    expect(await countOf('companies', 'logo_url IS NULL')).toBe(17);
    expect(await countOf('companies', 'num_employees IS NULL')).toBe(5);
    expect(await countOf('companies', `name !~ '^[A-Za-z]+ [A-Za-z]+$'`)).toBe(0);
    expect(await countOf('companies', 'NOT EXISTS (SELECT FROM jobs WHERE company_handle = handle)')).toBe(0);
  });

  it('is testuser, who has applied, and testadmin, who may do everything', async () => {
    await seedMonolith();
    expect(await query('monolith', 'SELECT username, is_admin FROM users ORDER BY 1')).toEqual([
      { username: 'testadmin', is_admin: true },
      { username: 'testuser', is_admin: false },
    ]);
    expect(await countOf('applications', `username = 'testuser'`)).toBeGreaterThan(1);
  });

  it('is the same over one database and over three', async () => {
    await seedMonolith();
    await seedOnce(databases['companies-service'].url, 'companies', [seedCompanies]);
    await seedOnce(databases['jobs-service'].url, 'jobs', [seedJobs]);
    await seedOnce(databases['users-service'].url, 'users', [users, seedApplications]);
    for (const [app, table] of [
      ['companies-service', 'companies'],
      ['jobs-service', 'jobs'],
      ['users-service', 'users'],
      ['users-service', 'applications'],
    ] as const) {
      // Every hash of a password has a salt of its own; versions are for those who follow, and the monolith has none.
      const columns =
        table === 'users'
          ? 'username, first_name, last_name, email, is_admin'
          : `to_jsonb(${table}) - 'version' AS record`;
      const statement = `SELECT ${columns} FROM ${table} ORDER BY ${table}`;
      expect(await query(app, statement)).toEqual(await query('monolith', statement));
    }
  });

  it('writes equity as the contract has it, without idle zeros', async () => {
    await seedMonolith();
    expect(await countOf('jobs', 'equity <> 0 AND equity::text <> trim_scale(equity)::text')).toBe(0);
  });

  it('leaves the next job the next number', async () => {
    await seedMonolith();
    const [company] = await query<{ handle: string }>('monolith', 'SELECT handle FROM companies LIMIT 1');
    const insertion = `INSERT INTO jobs (title, company_handle) VALUES ('Baker', '${company!.handle}') RETURNING id`;
    expect(await query('monolith', insertion)).toEqual([{ id: 201 }]);
  });

  it('happens once, also when processes start together', async () => {
    await Promise.all([seedMonolith(), seedMonolith(), seedMonolith()]);
    expect(await countOf('jobs')).toBe(200);
  });

  it('leaves a database alone that has data', async () => {
    await query('monolith', `INSERT INTO companies VALUES ('acme', 'Acme', '')`);
    await seedMonolith();
    expect(await countOf('companies')).toBe(1);
    expect(await countOf('users')).toBe(0);
  });

  it('comes back when all the companies were deleted, and the users are still there', async () => {
    await seedMonolith();
    await query('monolith', `UPDATE users SET first_name = 'Changed' WHERE username = 'testuser'`);
    await query('monolith', 'DELETE FROM companies');
    await seedMonolith();
    expect(await countOf('jobs')).toBe(200);
    expect(await countOf('users', `first_name = 'Changed'`)).toBe(1);
  });
});
