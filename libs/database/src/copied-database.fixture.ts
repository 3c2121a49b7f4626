import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Held while a template is made, so that two processes that need it do not both make it. */
const LOCK = 'SELECT pg_advisory_lock(1)';

/**
 * A copy of a migrated database on an existing server; `model` names its schema. Mutation testing runs the same tests
 * hundreds of times, and a server of its own for each run would cost more than the tests.
 */
export async function copiedDatabase(server: string, model: string, migrateAt: (url: string) => Promise<unknown>) {
  const urlOf = (database: string) => Object.assign(new URL(server), { pathname: database }).href;
  const [template, name] = [`template-${model}`, `copy-${randomUUID()}`];
  await over(server, async (client) => {
    await client.query(LOCK);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE "${name}"`);
      await migrateAt(urlOf(name));
      await client.query(`ALTER DATABASE "${name}" RENAME TO "${template}"`);
    }
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  });
  const remove = () => over(server, (client) => client.query(`DROP DATABASE "${name}" WITH (FORCE)`));
  return { url: urlOf(name), remove };
}

async function over<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
