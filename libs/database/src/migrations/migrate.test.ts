import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BIRDS, FISH, migrationsOnACluster, query } from './migrate.fixture';
import { migrate } from './migrate';

const { setUp, remove } = await migrationsOnACluster();
afterAll(remove);

const tablesOf = async (url: string) => {
  const rows = await query<{ name: string }>(
    url,
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};

describe('Migrating', () => {
  it('applies what is new, in order, and nothing twice', async () => {
    const { run, url, write } = await setUp(BIRDS);
    expect(await run()).toEqual(['20260101000000_birds']);
    expect(await run()).toEqual([]);
    write('20260102000000_song', 'ALTER TABLE birds ADD COLUMN song text');
    expect(await run()).toEqual(['20260102000000_song']);
    expect(await tablesOf(url)).toEqual(['_prisma_migrations', 'birds']);
  });

  it('keeps the history that Prisma’s own tools read', async () => {
    const { run, url } = await setUp(BIRDS);
    await run();
    const history = await query(url, 'SELECT migration_name, applied_steps_count, logs FROM _prisma_migrations');
    expect(history).toEqual([{ migration_name: '20260101000000_birds', applied_steps_count: 1, logs: null }]);
  });

  it('lets any number of processes begin together, of which one does it', async () => {
    const { run } = await setUp({ ...BIRDS, ...FISH });
    const applied = await Promise.all([run(), run(), run()]);
    expect(applied.map(({ length }) => length).sort()).toEqual([0, 0, 2]);
  });

  it('takes a script as PostgreSQL does, with its semicolons in literals and functions', async () => {
    const { run, url } = await setUp({
      '20260101000000_semicolons': `
        CREATE TABLE birds (song text DEFAULT 'tweet; tweet');
        CREATE FUNCTION sing() RETURNS void LANGUAGE plpgsql AS $$ BEGIN INSERT INTO birds DEFAULT VALUES; END $$;
        SELECT sing();`,
    });
    await run();
    expect(await query(url, 'SELECT song FROM birds')).toEqual([{ song: 'tweet; tweet' }]);
  });

  it('applies all that is new or, when one fails, nothing, and can be tried again', async () => {
    const { run, url, write } = await setUp({
      ...BIRDS,
      '20260102000000_fish': 'CREATE TABLE fish (x text); CREATE birds',
    });
    await expect(run()).rejects.toThrow(
      'Migration 20260102000000_fish failed and was taken back: syntax error at or near "birds".',
    );
    expect(await tablesOf(url)).toEqual([]);
    write('20260102000000_fish', FISH['20260102000000_fish']);
    expect(await run()).toHaveLength(2);
  });
});

describe('One sentence, and nothing done, for', () => {
  it('a migration that the user has no right to', async () => {
    const { directory, url } = await setUp({
      '20260101000000_songs': 'CREATE EXTENSION pg_trgm; CREATE TABLE songs (words text)',
    });
    await query(url, `CREATE ROLE singer LOGIN PASSWORD 'la'; GRANT CREATE ON SCHEMA public TO singer`);
    const singer = url.replace(/\/\/[^@]+@/, '//singer:la@');
    await expect(migrate({ url: singer, owner: 'aviary', directory })).rejects.toThrow(
      'Migration 20260101000000_songs failed and was taken back: this user lacks a right; make it the owner of the ' +
        'database (permission denied to create extension "pg_trgm"; Must have CREATE privilege on current database to ' +
        'create this extension).',
    );
    expect(await tablesOf(url)).toEqual([]);
  });

  it('a migration that was changed after it was applied', async () => {
    const { run, write } = await setUp(BIRDS);
    await run();
    write('20260101000000_birds', 'CREATE TABLE birds (title text)');
    await expect(run()).rejects.toThrow(/^Migration 20260101000000_birds was changed after it was applied/);
  });

  it('a migration that is missing here', async () => {
    const { run, directory } = await setUp({ ...BIRDS, ...FISH });
    await run();
    rmSync(join(directory, '20260102000000_fish'), { recursive: true });
    await expect(run()).rejects.toThrow(/^The database has had migration 20260102000000_fish, which is missing here/);
  });

  it('a migration that another tool began and did not finish', async () => {
    const { run, url } = await setUp(BIRDS);
    await run();
    await query(url, 'UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(run()).rejects.toThrow(/^Migration 20260101000000_birds was begun by another tool and never finished/);
  });

  it('a database with tables of unknown origin', async () => {
    const { run, url } = await setUp(BIRDS);
    await query(url, 'CREATE TABLE fish (name text)');
    await expect(run()).rejects.toThrow(/it has tables, but no history of migrations/);
    expect(await tablesOf(url)).toEqual(['fish']);
  });

  it('a directory without migrations to read', async () => {
    const { run, directory, url } = await setUp({});
    await expect(run()).rejects.toThrow(/^Cannot read the migrations: ENOENT/);
    mkdirSync(join(directory, '20260101000000_empty'), { recursive: true });
    await expect(migrate({ url, owner: 'aviary', directory })).rejects.toThrow(
      /^Cannot read the migrations: ENOENT.*migration\.sql/,
    );
  });

  it('a server that is not there, a database that is not there, and a wrong password, which it does not repeat', async () => {
    const { directory, url } = await setUp(BIRDS);
    const { hostname, port, password } = new URL(url);
    const attempt = (wrong: string) => migrate({ url: wrong, owner: 'aviary', directory });
    await expect(attempt(`postgresql://postgres:secret@${hostname}:1/jobly`)).rejects.toThrow(
      'Cannot use the PostgreSQL database "jobly" at 127.0.0.1:1: nothing listens there.',
    );
    await expect(attempt(`postgresql://postgres:${password}@${hostname}:${port}/nowhere`)).rejects.toThrow(
      `Cannot use the PostgreSQL database "nowhere" at 127.0.0.1:${port}: it has no such database`,
    );
    await expect(attempt(`postgresql://postgres:guess@${hostname}:${port}/jobly`)).rejects.toThrow(
      `Cannot use the PostgreSQL database "jobly" at 127.0.0.1:${port}: it refuses the password (password authentication failed for user "postgres").`,
    );
  });
});
