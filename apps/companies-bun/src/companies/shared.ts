import type { Query } from '../data/database';

const BATCH_SIZE = 1_000;

/** By which both sides see that they have the same; the contract says only that it is a string. */
const DIGEST = `md5(string_agg(md5(concat_ws(' ', key, version, content)), '' ORDER BY key))`;

/** A page of the companies for a neighbour's copies; null if it has the same already. */
export async function companyPage(query: Query, after: string, digest: string | null): Promise<object[] | null> {
  const [page] = await query<{ rows: object[] | null }>(
    `WITH owned AS (SELECT handle COLLATE "C" AS key, version, company_content(companies) AS content FROM companies),
          page AS (SELECT * FROM owned WHERE key > $1::text ORDER BY key LIMIT ${BATCH_SIZE})
     SELECT CASE WHEN (SELECT ${DIGEST} FROM page) IS DISTINCT FROM $2
                 THEN (SELECT coalesce(jsonb_agg(page ORDER BY key), '[]') FROM page) END AS rows`,
    [after, digest],
  );
  return page!.rows;
}

/** Keeps what the jobs service tells of its jobs: of two states of one the newer wins. Here nobody reads the copies. */
export const applyJobs = (query: Query, rows: object[]) =>
  query(
    `INSERT INTO job_copies AS copy (key, version, content)
     SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS row (key int, version bigint, content jsonb) ORDER BY key
     ON CONFLICT (key) DO UPDATE
     SET version = excluded.version, content = excluded.content, applied = excluded.applied,
         applied_at = excluded.applied_at
     WHERE excluded.version > copy.version`,
    [JSON.stringify(rows)],
  );
