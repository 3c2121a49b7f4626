import type { Server } from './server';
import { type Indexed, indexesOf, tableOf } from './ways';

/**
 * Person number `i` of `n`: names are as good as random, and unlike insertion order; 1,024 first names; two people share
 * each last name, whatever `n` is, so that every look-up finds as many.
 */
export const PEOPLE = `
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE EXTENSION IF NOT EXISTS pageinspect;
  CREATE EXTENSION IF NOT EXISTS pgstattuple;
  CREATE FUNCTION name_of(i int) RETURNS text LANGUAGE sql IMMUTABLE RETURN substr(md5(i::text), 1, 16);
  CREATE FUNCTION first_of(i int) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN substr(md5('f' || (hashint4(i) & 1023)), 1, 10);
  CREATE FUNCTION last_of(i int, n int) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN substr(md5('l' || i % (n / 2)), 1, 10);
  CREATE FUNCTION email_of(i int) RETURNS text LANGUAGE sql IMMUTABLE RETURN name_of(i) || '@example.com'`;

/** The columns of person `i` of `n`. */
export const personOf = (n: number) =>
  `i AS id, name_of(i) AS name, first_of(i) AS first_name, last_of(i, ${n}) AS last_name, email_of(i) AS email, 0 AS seen`;

/** A table of so many people for each way to look them up; unlogged, since nothing will be written to it. */
export async function fillPeople(server: Server, rows: number): Promise<void> {
  const plain = tableOf('none', rows);
  await server.rows(`CREATE UNLOGGED TABLE ${plain} AS SELECT ${personOf(rows)} FROM generate_series(1, ${rows}) AS i`);
  for (const [indexed, definition] of Object.entries(indexesOf) as [Indexed, string | undefined][]) {
    const table = tableOf(indexed, rows);
    if (indexed !== 'none') await server.rows(`CREATE UNLOGGED TABLE ${table} AS TABLE ${plain}`);
    if (definition !== undefined) await server.rows(`CREATE ${named(definition, table)}`);
    // Which pages hold only what all can see is known from now on: a covering index alone can answer then.
    await server.rows(`VACUUM (FREEZE, ANALYZE) ${table}`);
  }
}

export const indexNameOf = (table: string) => `${table}_idx`;

const named = (definition: string, table: string) => definition.replace('%i', indexNameOf(table)).replace('%t', table);
