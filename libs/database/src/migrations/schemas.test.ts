import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodePoint } from '../listing';
import { noServer, schemaDiff } from './schema-diff';
import { startSchemaEngine } from './schema-engine';
import { type App, apps, migratedDatabases, prismaFolder, tablesOf } from './schemas.fixture';

let databases: Awaited<ReturnType<typeof migratedDatabases>>;

beforeAll(async () => {
  databases = await migratedDatabases();
});
afterAll(() => databases.remove());

async function query<Row>(app: App, text: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await databases.pool(app).query(text, values);
  return rows as Row[];
}

function insert(app: App, table: string, row: Record<string, unknown>): Promise<unknown[]> {
  const columns = Object.keys(row);
  const parameters = columns.map((_, index) => `$${index + 1}`);
  return query(
    app,
    `INSERT INTO ${table} (${columns.join()}) VALUES (${parameters.join()}) RETURNING *`,
    Object.values(row),
  );
}

/** Inserts a row, and expects to read it back unchanged. */
async function keep(app: App, table: string, row: Record<string, unknown>): Promise<void> {
  expect(await insert(app, table, row)).toEqual([expect.objectContaining(row)]);
}

let sequence = 0;
const unique = () => `t${++sequence}`;

const newRow = {
  companies: () => ({ handle: unique(), name: unique(), description: '', num_employees: null, logo_url: null }),
  jobs: () => ({ title: 'Baker', salary: null, equity: null, company_handle: 'acme' }),
  users: () => ({
    username: unique(),
    password_hash: '$argon2id$v=19$…',
    first_name: 'Ada',
    last_name: 'Lovelace',
    email: 'ada@example.com',
  }),
  login_failures: () => ({ scope: 'pair', username: unique(), source: '192.0.2.1' }),
};

/** The version of a shared row, and the order in which read models are audited: nobody follows the monolith. */
const ofReadModels = ['version', 'jobs_version_not_null', 'companies_version_not_null', 'companies_handle_idx'];

type Table = keyof typeof newRow;
const bothWith = (table: string) => apps.filter((app) => tablesOf[app].includes(table));

describe.each(apps)('The migrations of %s', (app) => {
  it('lead to what its schema.prisma says', async () => {
    // The path to the workspace may hold what a glob takes for its own.
    const cwd = prismaFolder(app);
    const last = globSync('migrations/*/schema.prisma', { cwd }).sort().at(-1)!;
    const [migrated, schema] = [last, 'schema.prisma'].map((file) => readFileSync(join(cwd, file), 'utf8'));
    expect(await schemaDiff(await startSchemaEngine(noServer), migrated, schema!)).toBe('');
  });

  it('make its tables and no others', async () => {
    const tables = await query<{ name: string }>(
      app,
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual([...tablesOf[app]].sort());
  });
});

describe('The rules for a table', () => {
  it.each(['companies', 'jobs', 'users', 'applications', 'login_failures'])(
    'of %s are the same in the monolith and in its service, except for foreign keys and what read models need',
    async (table) => {
      const [inMonolith, inService] = await Promise.all(
        bothWith(table).map((app) =>
          query(
            app,
            `SELECT * FROM (
               SELECT conname AS name, pg_get_constraintdef(oid) AS rule
               FROM pg_constraint WHERE conrelid = $1::text::regclass AND contype <> 'f'
               UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE tablename = $1::text
               UNION ALL SELECT column_name, coalesce(collation_name, 'default') FROM information_schema.columns
                 WHERE table_name = $1::text
             ) AS rules
             WHERE name <> ALL ($2) ORDER BY 1, 2`,
            [table, ofReadModels],
          ),
        ),
      );
      expect(inMonolith).toEqual(inService);
      expect(inMonolith!.length).toBeGreaterThan(1);
    },
  );

  describe.each<[Table, string, unknown]>([
    ['companies', 'handle', ''],
    ['companies', 'handle', 'a'.repeat(26)],
    ['companies', 'handle', 'Acme'],
    ['companies', 'handle', 'acme\n'],
    ['companies', 'handle', 'ac.me'],
    ['companies', 'name', ''],
    ['companies', 'name', 'a'.repeat(101)],
    ['companies', 'description', 'a'.repeat(5_001)],
    ['companies', 'num_employees', -1],
    ['companies', 'logo_url', ''],
    ['companies', 'logo_url', 'logo.png'],
    ['companies', 'logo_url', '//example.com/logo.png'],
    ['companies', 'logo_url', 'ftp://example.com/logo.png'],
    ['companies', 'logo_url', '/my logo.png'],
    ['companies', 'logo_url', `/${'a'.repeat(2_000)}`],
    ['jobs', 'id', 0],
    ['jobs', 'title', ''],
    ['jobs', 'title', 'a'.repeat(101)],
    ['jobs', 'salary', -1],
    ['jobs', 'equity', '-0.1'],
    ['jobs', 'equity', '1.01'],
    ['jobs', 'equity', 'NaN'],
    ['jobs', 'company_handle', 'Acme'],
    ['users', 'username', ''],
    ['users', 'username', ' a'],
    ['users', 'username', 'a '],
    ['users', 'username', 'a/b'],
    ['users', 'username', 'a\\b'],
    ['users', 'username', 'a\u00a0b'],
    ['users', 'username', 'a\u202eb'],
    ['users', 'username', 'a\u0308'],
    ['users', 'username', 'a'.repeat(26)],
    ['users', 'password_hash', 'password'],
    ['users', 'first_name', ''],
    ['users', 'first_name', ' \t\u00a0\ufeff'],
    ['users', 'first_name', 'a'.repeat(31)],
    ['users', 'last_name', '\u3000'],
    ['users', 'password_version', 0],
    ['users', 'email', 'a@b.c'],
    ['users', 'email', 'ad a@b.com'],
    ['users', 'email', 'ada@b..com'],
    ['users', 'email', 'ada@-b.com'],
    ['users', 'email', 'ädä@b.com'],
    ['users', 'email', 'ada@b.com\n'],
    ['users', 'email', 'ada.example.com'],
    ['users', 'email', `${'a'.repeat(55)}@b.com`],
    ['companies', 'request_fingerprint', 'f'],
    ['jobs', 'request_fingerprint', 'f'],
    ['users', 'request_fingerprint', 'f'],
    ['login_failures', 'username', 'a'.repeat(101)],
    ['login_failures', 'source', 'a'.repeat(65)],
    ['login_failures', 'scope', 'user'],
  ])('%s refuse for %s', (table, column, value) => {
    it(JSON.stringify(value).slice(0, 40), async () => {
      const row = { ...newRow[table](), [column]: value };
      for (const app of bothWith(table)) {
        await expect(insert(app, table, row)).rejects.toMatchObject({ constraint: `${table}_${column}_check` });
      }
    });
  });

  it('let everything pass that the contract allows, to the limits', async () => {
    for (const app of bothWith('companies')) {
      const longest = { name: '😀'.repeat(100), description: 'ä'.repeat(5_000), num_employees: 2_147_483_647 };
      await keep(app, 'companies', { ...newRow.companies(), ...longest, logo_url: `/${'a'.repeat(1_999)}` });
      await keep(app, 'companies', { ...newRow.companies(), name: ' ', logo_url: '/' });
      await keep(app, 'companies', { ...newRow.companies(), logo_url: 'HTTPS://example.com/ä.png?x=%20#y' });
    }
    await keep('monolith', 'companies', { ...newRow.companies(), handle: 'acme' });
    for (const app of bothWith('companies')) await keep(app, 'companies', { ...newRow.companies(), handle: '_-_' });
    for (const app of bothWith('jobs')) {
      await keep(app, 'jobs', { ...newRow.jobs(), salary: 0, equity: '0' });
      await keep(app, 'jobs', { ...newRow.jobs(), title: '😀'.repeat(100), equity: `0.${'1'.repeat(1_000)}` });
    }
    for (const app of bothWith('users')) {
      await keep(app, 'users', { ...newRow.users(), username: `A-Za.z0_9-${unique()}`, first_name: '😀'.repeat(30) });
      await keep(app, 'users', { ...newRow.users(), username: `Zoë @ 田中 ${unique()}`, email: 'abc@b.c' });
      await keep(app, 'users', { ...newRow.users(), username: '😀'.repeat(25), email: "!#$%&'*+/=?^_`{|}~-@b" });
      const longest = { username: '😀'.repeat(100), source: 'ffff:ffff:ffff:ff00::/56' };
      await keep(app, 'login_failures', { ...newRow.login_failures(), ...longest });
    }
  });
});

describe('Counting failed log-ins', () => {
  it.each(bothWith('login_failures'))('waits for no disk: %s', async (app) => {
    const text = `SELECT relpersistence AS persistence FROM pg_class WHERE relname = 'login_failures'`;
    expect(await query(app, text)).toEqual([{ persistence: 'u' }]);
  });
});

describe('Deleting', () => {
  it('a company takes its jobs and their applications along in the monolith', async () => {
    const [company, user] = [newRow.companies(), newRow.users()];
    await keep('monolith', 'companies', company);
    await keep('monolith', 'users', user);
    await keep('monolith', 'jobs', { ...newRow.jobs(), id: 4_711, company_handle: company.handle });
    await keep('monolith', 'applications', { username: user.username, job_id: 4_711 });
    await query('monolith', 'DELETE FROM companies WHERE handle = $1', [company.handle]);
    expect(await query('monolith', 'SELECT 1 FROM jobs WHERE id = 4711')).toEqual([]);
    expect(await query('monolith', 'SELECT 1 FROM applications WHERE job_id = 4711')).toEqual([]);
  });

  it('a user takes the applications along wherever users are', async () => {
    const { username, ...others } = newRow.users();
    await keep('users-service', 'users', { username, ...others });
    await keep('users-service', 'applications', { username, job_id: 1 });
    await query('users-service', 'DELETE FROM users WHERE username = $1', [username]);
    expect(await query('users-service', 'SELECT 1 FROM applications WHERE username = $1', [username])).toEqual([]);
  });
});

describe('An index serves', () => {
  /** Most tables are small here, so PostgreSQL is told to avoid sequential scans if there is any other way. */
  async function planOf(app: App, statement: string): Promise<string> {
    const connection = await databases.pool(app).connect();
    try {
      await connection.query('SET enable_seqscan = off');
      const { rows } = await connection.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${statement}`);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    } finally {
      connection.release(true);
    }
  }

  beforeAll(async () => {
    // There are enough rows for the index of a name or title to be the cheapest for it.
    for (const app of bothWith('companies')) {
      await query(
        app,
        `INSERT INTO companies (handle, name, description) SELECT 'i-' || n, 'i-' || n, '' FROM generate_series(0, 4999) AS n`,
      );
      await query(app, 'VACUUM ANALYZE companies');
    }
    for (const app of bothWith('jobs')) {
      await query(
        app,
        `INSERT INTO jobs (title, company_handle) SELECT 'Cook ' || n, 'i-' || n % 40 FROM generate_series(1, 5000) AS n`,
      );
      await query(app, 'VACUUM ANALYZE jobs');
    }
  });

  it.each<[string, App, string, RegExp]>([
    [
      'companies by part of the name',
      'companies-service',
      `SELECT FROM companies WHERE name ILIKE '%acme%'`,
      /companies_name_idx/,
    ],
    [
      'companies by name',
      'companies-service',
      `SELECT * FROM companies ORDER BY ${byCodePoint('name')} LIMIT 10`,
      /companies_name_key/,
    ],
    ['jobs by part of the title', 'jobs-service', `SELECT FROM jobs WHERE title ILIKE '%baker%'`, /jobs_title_idx/],
    [
      'jobs by title and id',
      'jobs-service',
      `SELECT * FROM jobs ORDER BY ${byCodePoint('title')}, id LIMIT 10`,
      /jobs_title_id_idx/,
    ],
    [
      'the jobs of a company',
      'jobs-service',
      `SELECT FROM jobs WHERE company_handle = 'acme'`,
      /jobs_company_handle_idx/,
    ],
    ['users by username', 'users-service', `SELECT * FROM users ORDER BY ${byCodePoint('username')}`, /users_pkey/],
    [
      'the account that a token names',
      'users-service',
      `SELECT FROM users WHERE account = '2f1c5f0e-8d0b-4c5e-9a53-0c8e1b6d7f42' AND password_version = 1`,
      /users_account_key/,
    ],
    [
      'the applications of a user',
      'users-service',
      `SELECT FROM applications WHERE username = 'ada'`,
      /applications_pkey/,
    ],
    [
      'the applications for a job',
      'users-service',
      'SELECT FROM applications WHERE job_id = 1',
      /applications_job_id_idx/,
    ],
    [
      'the job of a request',
      'jobs-service',
      `SELECT FROM jobs WHERE idempotency_key = 'k'`,
      /jobs_idempotency_key_key/,
    ],
    [
      'the failed log-ins that are forgotten',
      'users-service',
      `SELECT FROM login_failures WHERE forgotten_at <= now() ORDER BY forgotten_at LIMIT 6`,
      /login_failures_forgotten_at_idx/,
    ],
  ])('%s', async (_, service, statement, index) => {
    expect(await planOf(service, statement)).toMatch(index);
    expect(await planOf('monolith', statement)).toMatch(index);
  });

  it.each<[string, App, string, RegExp]>([
    [
      'a page of companies by handle',
      'companies-service',
      `SELECT handle COLLATE "C" AS key FROM companies WHERE handle COLLATE "C" > 'a' ORDER BY key LIMIT 10`,
      /companies_handle_idx/,
    ],
    [
      'the copied jobs of a company',
      'companies-service',
      `SELECT FROM job_copies WHERE content ->> 'companyHandle' = 'acme' ORDER BY key`,
      /job_copies_company_idx/,
    ],
    [
      'the deletions that are forgotten',
      'jobs-service',
      `SELECT FROM company_copies WHERE content IS NULL AND applied_at < now()`,
      /company_copies_deleted_idx/,
    ],
  ])('read models: %s', async (_, service, statement, index) => {
    expect(await planOf(service, statement)).toMatch(index);
  });
});
