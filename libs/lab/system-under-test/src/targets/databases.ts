import pg from 'pg';
import { databaseUrl } from './stacks';
import { DATABASES } from './target-of';

type Server = { url: string };

const USUAL = [DATABASES.monolith, DATABASES.micro].flatMap((names) => Object.values(names));

/** What precedes the usual names in those of databases that nobody connects to: only such can be copied. */
const TEMPLATE = 'template_';

/**
 * Creates databases for both stacks, for a variant over databases with this before their usual names: copies, if the
 * stacks were started with templates, or else empty ones.
 */
export async function createDatabases(postgres: Server, prefix: string): Promise<void> {
  const names = await withAdministrator(postgres, async (client) => {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    return new Set(rows.map(({ datname }) => datname));
  });
  const copied = names.has(TEMPLATE + USUAL[0]!);
  const create = (name: string) => `CREATE DATABASE ${pg.escapeIdentifier(prefix + name)}`;
  if (copied) await copyDatabases(postgres, Object.fromEntries(USUAL.map((name) => [prefix + name, TEMPLATE + name])));
  else await asAdministrator(postgres, USUAL.map(create));
}

/** Copies databases that nobody is connected to, from the second name to the first. */
export const copyDatabases = (postgres: Server, copies: Readonly<Record<string, string>>): Promise<void> =>
  asAdministrator(postgres, [
    // By the operating system, which on some file systems copies nothing until one of the two changes.
    'SET file_copy_method = clone',
    ...Object.entries(copies).flatMap(([to, from]) => [
      `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(to)}`,
      `CREATE DATABASE ${pg.escapeIdentifier(to)} TEMPLATE ${pg.escapeIdentifier(from)} STRATEGY file_copy`,
    ]),
  ]);

/** Keeps a copy of each of the usual databases, which must not be in use yet. */
export const keepTemplates = (postgres: Server): Promise<void> =>
  copyDatabases(postgres, Object.fromEntries(USUAL.map((name) => [TEMPLATE + name, name])));

/** Runs statements, one after the other, as the administrator of a server. */
export const asAdministrator = (postgres: Server, statements: readonly string[]): Promise<void> =>
  withAdministrator(postgres, async (client) => {
    for (const statement of statements) await client.query(statement);
  });

async function withAdministrator<T>(postgres: Server, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl(postgres, 'postgres') });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
