import { openDatabase } from '../database';
import { BIRDS, FISH, migrationsOnACluster, query } from './migrate.fixture';
import { migrate } from './migrate';

const { write, createDatabase, cluster, remove } = await migrationsOnACluster();
afterAll(remove);

const birds = write(BIRDS);
const otherBirds = write({ '20260101000000_birds': 'CREATE TABLE birds (song text)', ...FISH });
const trigrams = write({
  '20260101000000_songs': `CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE TABLE songs (words text); CREATE INDEX songs_words ON songs USING GIN (words gin_trgm_ops);`,
});

/** The tables by schema. */
const tablesIn = async (url: string) => {
  const rows = await query<{ path: string }>(
    url,
    `SELECT schemaname || '/' || tablename AS path FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  return rows.map(({ path }) => path);
};

const at = (url: string, schema: string) => `${url}?schema=${encodeURIComponent(schema)}`;

describe('A schema in the URL', () => {
  it.each(['aviary', 'Mixed Case', 'quo"te', 'a, b', 'ünïcode', 'select'])(
    'is made, migrated and used: %s',
    async (schema) => {
      const url = at(await createDatabase(), schema);
      expect(await migrate({ url, owner: 'aviary', directory: birds })).toHaveLength(1);
      expect(await migrate({ url, owner: 'aviary', directory: birds })).toHaveLength(0);
      expect(await tablesIn(url.replace(/\?.*/, ''))).toEqual([`${schema}/_prisma_migrations`, `${schema}/birds`]);

      const database = openDatabase({ url, max: 2, name: 'test' });
      const insert = { name: 'insert', text: `INSERT INTO birds VALUES ('wren') RETURNING name`, values: [] };
      const count = { name: 'count', text: 'SELECT count(*)::int FROM birds', values: [] };
      await database.transaction((sql) => sql(insert));
      expect(await database.sql(count)).toEqual([{ count: 1 }]);
      expect(await database.background(count)).toEqual([{ count: 1 }]);
      const prisma = await database.adapter.connect();
      expect(prisma.getConnectionInfo().schemaName).toBe(schema);
      await database.close();
    },
  );

  it('is looked at alone: neither tables nor a history elsewhere matter', async () => {
    const url = await createDatabase();
    await query(url, 'CREATE TABLE unknown (x int)');
    await migrate({ url: at(url, 'one'), owner: 'one', directory: birds });
    await migrate({ url: at(url, 'two'), owner: 'two', directory: otherBirds });
    expect(await tablesIn(url)).toEqual([
      'one/_prisma_migrations',
      'one/birds',
      'public/unknown',
      'two/_prisma_migrations',
      'two/birds',
      'two/fish',
    ]);
  });

  it('may come without the right to make one, where it is there already', async () => {
    const url = await createDatabase();
    await query(url, `CREATE ROLE tenant LOGIN PASSWORD 'tenant'; CREATE SCHEMA flat AUTHORIZATION tenant`);
    const tenant = at(url, 'flat').replace(/\/\/[^@]+@/, '//tenant:tenant@');
    expect(await migrate({ url: tenant, owner: 'tenant', directory: birds })).toHaveLength(1);
    await expect(migrate({ url: tenant.replace('flat', 'attic'), owner: 'tenant', directory: birds })).rejects.toThrow(
      /this user lacks a right; make it the owner of the database \(permission denied for database \w+\)/,
    );
  });

  it('finds an extension that lives in another one', async () => {
    const url = await createDatabase();
    await query(url, 'CREATE SCHEMA "Shared things"; CREATE EXTENSION pg_trgm SCHEMA "Shared things"');
    expect(await migrate({ url: at(url, 'songs'), owner: 'songs', directory: trigrams })).toHaveLength(1);
  });

  it('may be one of several that start together, and need the same extension', async () => {
    const url = await createDatabase();
    const schemas = ['a', 'b', 'c'];
    const run = (schema: string) => migrate({ url: at(url, schema), owner: schema, directory: trigrams });
    expect(await Promise.all(schemas.map(run))).toEqual(schemas.map(() => ['20260101000000_songs']));
  });
});

describe('A database for two parts', () => {
  const refusal = (url: string) =>
    `Cannot use the PostgreSQL database "${new URL(url).pathname.slice(1)}" at 127.0.0.1:${cluster.port}: it belongs to Jobly’s ` +
    'aviary; give the pond a database of its own, or in this one a schema of its own (?schema=NAME in the URL).';

  it('is refused to the second, which changes nothing, under whatever name of the host', async () => {
    const url = await createDatabase();
    await migrate({ url, owner: 'aviary', directory: birds });
    const before = await tablesIn(url);
    await expect(migrate({ url, owner: 'pond', directory: otherBirds })).rejects.toThrow(refusal(url));
    await expect(migrate({ url, owner: 'pond', directory: birds })).rejects.toThrow(refusal(url));
    const alias = url.replace('127.0.0.1', 'localhost');
    await expect(migrate({ url: alias, owner: 'pond', directory: otherBirds })).rejects.toThrow(
      /aviary; give the pond/,
    );
    expect(await tablesIn(url)).toEqual(before);
  });

  it('is refused to all but one that start together', async () => {
    const url = await createDatabase();
    const started = await Promise.allSettled([
      migrate({ url, owner: 'aviary', directory: birds }),
      migrate({ url, owner: 'pond', directory: otherBirds }),
    ]);
    const reasons = started.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
    expect(reasons).toEqual([
      expect.stringMatching(/it belongs to Jobly’s (aviary; give the pond|pond; give the aviary)/),
    ]);
  });

  it('is named, too, where the first part came before there were marks', async () => {
    const url = await createDatabase();
    await migrate({ url, owner: 'aviary', directory: birds });
    await query(url, 'COMMENT ON TABLE _prisma_migrations IS NULL');
    await expect(migrate({ url, owner: 'pond', directory: otherBirds })).rejects.toThrow(/or the database is another/);
    expect(await migrate({ url, owner: 'aviary', directory: birds })).toEqual([]);
  });
});
