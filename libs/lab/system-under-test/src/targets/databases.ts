import pg from 'pg';
import { databaseUrl } from './stacks';
import { DATABASES } from './target-of';

/** Creates empty databases for both stacks, for a variant over databases with this before their usual names. */
export const createDatabases = (postgres: { url: string }, prefix: string): Promise<void> =>
  asAdministrator(
    postgres,
    [DATABASES.monolith, DATABASES.micro]
      .flatMap((names) => Object.values(names))
      .map((name) => `CREATE DATABASE ${pg.escapeIdentifier(prefix + name)}`),
  );

/** Runs statements, one after the other, as the administrator of a server. */
export async function asAdministrator(postgres: { url: string }, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(postgres, 'postgres') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
