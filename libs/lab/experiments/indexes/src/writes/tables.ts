import { personOf } from '../people/fill';
import type { Server } from '../people/server';

/** Rows of the tables that are written to. */
export const WRITTEN_ROWS = 10_000;

/** Every one of them has a column that each update of an indexed column changes, or follows one that has. */
const INDEXES = [
  '(name)',
  '(last_name, first_name)',
  '(email)',
  '(first_name, last_name)',
  '(last_name)',
  '(name) INCLUDE (email)',
];

/** How many indexes the tables have that are written to. */
export const amounts = [0, 1, 3, 6] as const;

export const writtenTable = (indexes: number) => `written_${indexes}`;

/** Room for a second version of each row beside the first, which an update needs that leaves the indexes alone (HOT), in %. */
const HALF_FULL = 50;

/** Creates a logged table, which whoever writes to it has to vacuum. */
export async function createWritten(
  server: Server,
  name: string,
  indexes: number,
  fillFactor = HALF_FULL,
): Promise<void> {
  await server.rows(`CREATE TABLE ${name} WITH (fillfactor = ${fillFactor}, autovacuum_enabled = off) AS
                     SELECT ${personOf(WRITTEN_ROWS)} FROM generate_series(1, ${WRITTEN_ROWS}) AS i`);
  for (const columns of INDEXES.slice(0, indexes)) await server.rows(`CREATE INDEX ON ${name} ${columns}`);
  await server.rows(`VACUUM (ANALYZE) ${name}`);
}
