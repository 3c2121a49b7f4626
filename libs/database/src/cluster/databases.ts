import pg from 'pg';

/** Creates the missing databases, concurrently. */
export async function createMissing(urlOf: (database: string) => string, databases: string[]): Promise<void> {
  const present = await query(urlOf('postgres'), 'SELECT datname FROM pg_database');
  const names = new Set(present.rows.map(({ datname }) => datname as string));
  const missing = databases.filter((database) => !names.has(database));
  await Promise.all(
    missing.map((database) => query(urlOf('postgres'), `CREATE DATABASE ${pg.escapeIdentifier(database)}`)),
  );
}

async function query(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // the statement under way reports it
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}
