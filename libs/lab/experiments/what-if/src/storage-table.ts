import type { Table } from '@jobly/lab/results';
import { databaseUrl } from '@jobly/lab/system-under-test';
import pg from 'pg';

/** The table's name, by which the example of ten million users finds it. */
export const STORAGE = 'storage';

/** Enough that the pages that every index has from the beginning do not matter. */
const ROWS = 20_000;

/** The tables that grow, and how a copy of a row differs from it, so that keys stay unique. */
const GROWING = [
  { table: 'users', differs: "'username', t.username || '-' || n, 'account', gen_random_uuid()" },
  { table: 'companies', differs: "'handle', t.handle || '-' || n, 'name', t.name || '-' || n" },
  { table: 'jobs', differs: "'id', t.id + n * 100000" },
  { table: 'applications', differs: "'username', t.username || '-' || n" },
];

/** What a row of each table takes with its indexes, and how many entries of its primary key fit on a page. */
export async function storageTable(postgres: { url: string }): Promise<Table> {
  const client = new pg.Client({ connectionString: databaseUrl(postgres, 'jobly') });
  await client.connect();
  try {
    const rows: Table['rows'] = [];
    for (const { table, differs } of GROWING) {
      const { bytes, entries } = await sizeOf(client, table, differs);
      rows.push([table, { value: bytes, unit: 'bytes' }, { value: entries, unit: '' }]);
    }
    return {
      name: STORAGE,
      title: 'What a row takes',
      note: `Tables of PostgreSQL filled with ${ROWS.toLocaleString('en')} rows like those that are there, in a transaction that is rolled back: the size of the table with all its indexes by rows, and the entries on a page of the index of its primary key.`,
      head: ['table', 'a row', 'entries on a page'],
      rows,
      keys: GROWING.map((one) => one.table),
    };
  } finally {
    await client.end();
  }
}

async function sizeOf(client: pg.Client, table: string, differs: string) {
  await client.query('BEGIN');
  try {
    // Without its checks: the names of copies are longer than names may be.
    await client.query(`CREATE TEMP TABLE filled (LIKE ${table} INCLUDING DEFAULTS INCLUDING INDEXES)`);
    const { rowCount } = await client.query(
      `INSERT INTO filled SELECT (jsonb_populate_record(t, jsonb_build_object(${differs}))).*
         FROM ${table} t, generate_series(1, ${ROWS}) n LIMIT ${ROWS}`,
    );
    const { rows } = await client.query<{ total: string; key: string }>(
      `SELECT pg_total_relation_size('filled') AS total,
              pg_relation_size(indexrelid) / 8192 AS key FROM pg_index WHERE indrelid = 'filled'::regclass AND indisprimary`,
    );
    return { bytes: Number(rows[0]!.total) / rowCount!, entries: rowCount! / Number(rows[0]!.key) };
  } finally {
    await client.query('ROLLBACK');
  }
}
