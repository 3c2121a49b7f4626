import { databaseUrl } from '@jobly/lab/system-under-test';
import pg from 'pg';

/** The rows of a table. */
interface Size {
  rows: number;
  /** Of all rows together, without indexes. */
  bytes: number;
}

/** Records in their owner's database, and the copies of them in another service's. */
export interface Storage {
  what: string;
  original: Size;
  copies: Size;
}

const COPIED = [
  { what: 'companies', owner: 'jobly_companies', reader: 'jobly_jobs', copies: 'company_copies' },
  { what: 'jobs', owner: 'jobly_jobs', reader: 'jobly_companies', copies: 'job_copies' },
];

/** The storage that read models take beside what they are copies of, in databases with this before their usual names. */
export const storageOf = (postgres: { url: string }, prefix: string): Promise<Storage[]> =>
  Promise.all(
    COPIED.map(async ({ what, owner, reader, copies }) => ({
      what,
      original: await sizeOf(databaseUrl(postgres, `${prefix}${owner}`), what),
      copies: await sizeOf(
        databaseUrl(postgres, `${prefix}${reader}`),
        `${copies} AS copied WHERE content IS NOT NULL`,
        'copied',
      ),
    })),
  );

async function sizeOf(url: string, from: string, row = from): Promise<Size> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const text = `SELECT count(*)::int AS rows, coalesce(sum(pg_column_size(${row}.*)), 0)::int AS bytes FROM ${from}`;
    const { rows } = await client.query<Size>(text);
    return rows[0]!;
  } finally {
    await client.end();
  }
}
