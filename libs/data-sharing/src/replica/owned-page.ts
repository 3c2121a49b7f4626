import { type AskPage, BATCH_SIZE, type SharedRow } from '@jobly/contracts';
import type { Sql } from '@jobly/database';
import { DIGEST, type SharedRecords } from './shared-records';

/** The owner's side: answers with a page of its records, unless the asker has the same. */
export const ownedPages =
  <Key, Content>(sql: Sql, { owned, copies, keyType }: SharedRecords<Key>): AskPage<Key, Content> =>
  async ({ after, digest }) => {
    const [page] = await sql<{ rows: SharedRow<Key, Content>[] | null }>({
      name: `page-for-${copies}`,
      text: `WITH owned AS (${owned}),
                  page AS (SELECT * FROM owned WHERE key > $1::${keyType} ORDER BY key LIMIT ${BATCH_SIZE})
             SELECT CASE WHEN (SELECT ${DIGEST} FROM page) IS DISTINCT FROM $2
                         THEN (SELECT coalesce(jsonb_agg(page ORDER BY key), '[]') FROM page) END AS rows`,
      values: [after, digest],
    });
    return page!.rows;
  };
