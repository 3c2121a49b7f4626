import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { temporaryCluster, temporaryDirectory } from '../cluster/cluster.fixture';
import { migrate } from './migrate';
import { type App, apps, prismaFolder } from './schemas.fixture';

let cluster: Awaited<ReturnType<typeof temporaryCluster>>;
const files = temporaryDirectory();
beforeAll(async () => {
  cluster = await temporaryCluster(...apps);
});
afterAll(async () => {
  files.remove();
  await cluster.remove();
});

/** Values that the API accepted when there was only the first migration, at the edges of its rules. */
const rows = {
  companies: [`('acme-2', 'Acme', '')`, `('-', 'acme', '')`],
  jobs: [`(1, 'Baker', 'acme-2')`],
  users: [
    `('ada', '$argon2id$…', 'Ada', 'L', 'ada@example.com')`,
    `('..', '$argon2id$…', 'Dot', 'D', 'a.b+c@sub-.example.com')`,
    `('.', '$argon2id$…', 'Dot', 'D', 'a@b.co')`,
    `('Z_-.9', '$argon2id$…', 'Z', 'Z', '_''-@x.org')`,
  ],
  applications: [`('ada', 1)`, `('..', 1)`],
};
const columns = {
  companies: 'handle, name, description',
  jobs: 'id, title, company_handle',
  users: 'username, password_hash, first_name, last_name, email',
  applications: 'username, job_id',
};
const tablesIn: Record<App, (keyof typeof rows)[]> = {
  monolith: ['companies', 'jobs', 'users', 'applications'],
  'companies-service': ['companies'],
  'jobs-service': ['jobs'],
  'users-service': ['users', 'applications'],
};

async function within<T>(app: App, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: cluster.urlOf(app) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

it.each(apps)('All later migrations of %s leave what was there as it is', async (app) => {
  const all = join(prismaFolder(app), 'migrations');
  const [first] = readdirSync(all).sort();
  cpSync(join(all, first!), join(files.directory, app, first!), { recursive: true });
  await migrate({ url: cluster.urlOf(app), owner: app, directory: join(files.directory, app) });

  const content = () =>
    within(app, async (client) => {
      const tables: Set<unknown>[] = [];
      for (const table of tablesIn[app]) {
        tables.push(new Set((await client.query(`SELECT ${columns[table]} FROM ${table}`)).rows));
      }
      return tables;
    });
  await within(app, async (client) => {
    for (const table of tablesIn[app]) {
      await client.query(`INSERT INTO ${table} (${columns[table]}) VALUES ${rows[table].join()}`);
    }
  });
  const before = await content();
  await migrate({ url: cluster.urlOf(app), owner: app, directory: all });
  expect(await content()).toEqual(before);
});
