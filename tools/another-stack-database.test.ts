import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { openPool } from '../libs/database/src';
import { temporaryCluster } from '../libs/database/src/cluster/cluster.fixture';
import { migrate } from '../libs/database/src/migrations/migrate';
import { bun } from './another-stack.fixture';

const apps = join(import.meta.dirname, '../dist/apps');

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const COMPANIES_SERVICE_PRIVATE_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

(bun ? describe : describe.skip)('the service on Bun', () => {
  let cluster: Awaited<ReturnType<typeof temporaryCluster>>;
  let sequence = 0;
  beforeAll(async () => {
    cluster = await temporaryCluster();
  });
  afterAll(() => cluster.remove());

  async function query<Row>(url: string, text: string): Promise<Row[]> {
    const pool = openPool({ url, max: 1, name: 'test' });
    const { rows } = await pool.query(text);
    await pool.end();
    return rows as Row[];
  }

  async function aDatabase(): Promise<string> {
    const name = `companies_${++sequence}`;
    await query(cluster.urlOf('postgres'), `CREATE DATABASE ${name}`);
    return cluster.urlOf(name);
  }

  /** A database that the service on Node.js has migrated. */
  async function aMigratedDatabase(): Promise<string> {
    const url = await aDatabase();
    await migrate({ url, owner: 'companies service', directory: join(apps, 'companies-service/migrations') });
    return url;
  }

  const pretendMigration = (url: string, name: string, finishedAt: 'now()' | 'NULL') =>
    query(
      url,
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name) VALUES ('x', 'x', ${finishedAt}, '${name}')`,
    );

  /** Runs it to its end; one that gets ready is told to stop. */
  async function run(url: string, MIGRATE: string) {
    const child = spawn(bun!, [join(apps, 'companies-bun/main.js')], {
      env: { COMPANIES_DATABASE_URL: url, COMPANIES_SERVICE_PRIVATE_KEY, COMPANIES_PORT: '0', SEED: 'true', MIGRATE },
    });
    let said = '';
    const hear = (chunk: string) => {
      said += chunk;
      if (said.includes('"msg":"ready"')) child.kill();
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    const [code] = (await once(child, 'close')) as [number];
    return { code, said };
  }

  it('with MIGRATE=only migrates, fills and ends, and finds nothing to do the next time', async () => {
    const url = await aDatabase();
    const { code, said } = await run(url, 'only');
    expect(said).toMatch(/^The database of the companies service is up to date \(newly applied: \d+_\w+, .*\)\.\n$/);
    expect(code).toBe(0);
    expect(await query(url, 'SELECT count(*)::int AS companies FROM companies')).toEqual([{ companies: 50 }]);
    expect((await run(url, 'only')).said).toContain('(newly applied: nothing)');
  });

  it('with MIGRATE=elsewhere names the migration that is missing, and does not apply it', async () => {
    const url = await aDatabase();
    const { code, said } = await run(url, 'elsewhere');
    expect(said).toMatch(
      /^The database of the companies service lacks migration \d+_\w+; run this program with MIGRATE=only first\.\n$/,
    );
    expect(code).toBe(1);
    expect(await query(url, `SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).toEqual([]);
  });

  it('with MIGRATE=elsewhere starts over the schema of a later version, and fills nothing', async () => {
    const url = await aMigratedDatabase();
    await pretendMigration(url, '99990101000000_later', 'now()');
    expect((await run(url, 'at-start')).said).toContain('99990101000000_later, which is missing here');
    const { code, said } = await run(url, 'elsewhere');
    expect(said).toContain('"msg":"ready"');
    expect(code).toBe(0);
    expect(await query(url, 'SELECT FROM companies')).toEqual([]);
  });

  it.each(['only', 'elsewhere'])('with MIGRATE=%s refuses a migration that was never finished', async (MIGRATE) => {
    const url = await aMigratedDatabase();
    await pretendMigration(url, '99990101000000_later', 'NULL');
    const { code, said } = await run(url, MIGRATE);
    expect(said).toMatch(/^Migration 99990101000000_later was begun by another tool and never finished; resolve it/);
    expect(code).toBe(1);
  });

  it.each([
    ['migrates', `hashtextextended('migrate', 0)`],
    ['runs Prisma’s own tool', '72707369'],
    ['fills the database', `hashtextextended('seed', 0)`],
  ])('waits for a process that %s', async (_, key) => {
    const url = await aDatabase();
    const pool = openPool({ url, max: 1, name: 'test' });
    const other = await pool.connect();
    await other.query(`BEGIN; SELECT pg_advisory_xact_lock(${key})`);
    const progress = { isOver: false };
    const running = run(url, 'only').finally(() => (progress.isOver = true));
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`;
    while (!progress.isOver && (await query(url, waiting)).length === 0);
    expect(progress.isOver).toBe(false);
    await other.query('COMMIT');
    expect((await running).code).toBe(0);
    other.release();
    await pool.end();
  });
});
