import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signingAuthority } from '@jobly/auth';
import { migrate, prepareDatabase } from '@jobly/database';
import { aSharedDatabase } from '@jobly/database/fixtures';
import { pino } from 'pino';
import request from 'supertest';
import { compose } from './compose';
import { settings } from './env';

const JWT_SECRET = 's'.repeat(32);
const signer = signingAuthority({ AUTH_MODE: 'shared-secret', JWT_SECRET, TOKEN_TTL: 600 }, pino({ level: 'silent' }));
const token = signer.issueToken({ username: 'root', account: randomUUID(), isAdmin: true, passwordVersion: 1 });

const current = join(import.meta.dirname, '../prisma/migrations');
const EXPANSION = '29990101000000_expand';

/** A database, this version over it, and the migrations of the next version. */
async function aRollingUpdate() {
  const shared = await aSharedDatabase('monolith');
  const service = compose(settings.parse({ DATABASE_URL: shared.url, JWT_SECRET, LOG_LEVEL: 'silent' }));
  const next = mkdtempSync(join(tmpdir(), 'jobly-next-version-'));
  cpSync(current, next, { recursive: true });
  const as = (method: 'post' | 'patch' | 'delete', path: string) =>
    request(service.app)[method](path).set('Authorization', `Bearer ${token}`);
  return {
    shared,
    /** Applies the next version's one migration. */
    async expand(sql: string) {
      mkdirSync(join(next, EXPANSION), { recursive: true });
      writeFileSync(join(next, EXPANSION, 'migration.sql'), sql);
      return migrate({ url: shared.url, owner: 'monolith', directory: next });
    },
    columns: () =>
      shared.run(`SELECT table_name, column_name FROM information_schema.columns
                  WHERE table_schema = 'public' ORDER BY table_name, column_name`),
    /** Another replica of this version starts. */
    start: (MIGRATE: 'at-start' | 'elsewhere') =>
      prepareDatabase(
        { MIGRATE, SEED: false },
        { url: shared.url, owner: 'monolith', directory: current, seed: { table: 'companies', seeds: [] } },
      ),
    /** The statuses of every kind of statement that this version sends. */
    async use(handle: string) {
      const company = await as('post', '/companies').send({ handle, name: handle, description: '' });
      const job = await as('post', '/jobs').send({ title: 'Baker', companyHandle: handle });
      const { id } = (job.body as { job?: { id: number } }).job ?? { id: 0 };
      const [list, one] = [await request(service.app).get('/jobs'), await request(service.app).get(`/jobs/${id}`)];
      const changed = await as('patch', `/companies/${handle}`).send({ description: 'new' });
      const deleted = await as('delete', `/companies/${handle}`);
      return [company, job, list, one, changed, deleted].map(({ status }) => status);
    },
    async remove() {
      await service.close();
      await shared.remove();
      rmSync(next, { recursive: true });
    },
  };
}

const WELL = [201, 201, 200, 200, 200, 200];

describe('While a rolling update replaces this version by the next one', () => {
  let update: Awaited<ReturnType<typeof aRollingUpdate>>;
  beforeEach(async () => {
    update = await aRollingUpdate();
  });
  afterEach(() => update.remove());

  it('this version keeps working over a schema that was expanded', async () => {
    await update.expand(`
      ALTER TABLE companies ADD COLUMN motto text NOT NULL DEFAULT '';
      ALTER TABLE jobs ADD COLUMN remote boolean;
      CREATE TABLE saved_jobs (job_id integer REFERENCES jobs (id) ON DELETE CASCADE)`);
    expect(await update.use('expanded')).toEqual(WELL);
  });

  it('it would not over one that demands what it does not know, so that waits until this version is gone', async () => {
    await update.expand('ALTER TABLE companies ADD COLUMN motto text NOT NULL');
    expect((await update.use('contracted'))[0]).toBe(500);
  });

  it('a migration that fails half-way leaves the schema and this version as they were, and says which', async () => {
    const before = await update.columns();
    const half = 'ALTER TABLE companies ADD COLUMN motto text; ALTER TABLE nowhere ADD COLUMN motto text';
    await expect(update.expand(half)).rejects.toThrow(
      `Migration ${EXPANSION} failed and was taken back: relation "nowhere" does not exist.`,
    );
    expect(await update.columns()).toEqual(before);
    expect(await update.use('unharmed')).toEqual(WELL);
    expect(await update.expand('ALTER TABLE companies ADD COLUMN motto text')).toEqual([EXPANSION]);
  });

  it('a replica of this version still starts, if migrating is another process’s task', async () => {
    await update.expand('ALTER TABLE companies ADD COLUMN motto text');
    await update.start('elsewhere');
    await expect(update.start('at-start')).rejects.toThrow(`The database has had migration ${EXPANSION}`);
  });

  it('a replica of the next version does not start before its migration', async () => {
    await update.shared.run(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%index_filters'`);
    await expect(update.start('elsewhere')).rejects.toThrow(
      /^The database of the monolith lacks migration \d+_index_filters; run this program with MIGRATE=only first\.$/,
    );
  });
});
