import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { temporaryCluster, temporaryDirectory } from '../cluster/cluster.fixture';
import { migrate } from './migrate';

export const BIRDS = { '20260101000000_birds': 'CREATE TABLE birds (name text)' };
export const FISH = { '20260102000000_fish': 'CREATE TABLE fish (name text)' };

/** A server on which every test can have a database of its own. */
export async function migrationsOnACluster() {
  const cluster = await temporaryCluster();
  const files = temporaryDirectory();
  let sequence = 0;

  /** A new directory with these migrations. */
  const write = (migrations: Record<string, string>, directory = join(files.directory, `${++sequence}`)) => {
    for (const [name, sql] of Object.entries(migrations)) {
      mkdirSync(join(directory, name), { recursive: true });
      writeFileSync(join(directory, name, 'migration.sql'), sql);
    }
    return directory;
  };

  /** A new database. */
  const createDatabase = async () => {
    const database = `test_${++sequence}`;
    await query(cluster.urlOf('postgres'), `CREATE DATABASE ${database}`);
    return cluster.urlOf(database);
  };

  return {
    cluster,
    write,
    createDatabase,

    /** Creates a directory and a database; `run` migrates the one with the other. */
    async setUp(migrations: Record<string, string>) {
      const directory = write(migrations);
      const url = await createDatabase();
      return {
        url,
        directory,
        write: (name: string, sql: string) => write({ [name]: sql }, directory),
        run: () => migrate({ url, owner: 'aviary', directory }),
      };
    },

    async remove() {
      files.remove();
      await cluster.remove();
    },
  };
}

export async function query<Row>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}
