import { BATCH_SIZE, type SharedRow } from '@jobly/contracts';
import type { Sql } from '@jobly/database';
import { DIGEST, type SharedRecords } from './shared-records';

/** A page of copies, as it was before the owner was asked. */
interface Page<Key> {
  /** The moment at which it was read, on the scale of `applied`. */
  asOf: string;
  count: number;
  /** Null if there are no copies after that key; so is the digest. */
  last: Key | null;
  digest: string | null;
}

/** What the owner has said of a range of keys, asked after `asOf`. */
interface OwnersPage<Key> {
  asOf: string;
  /** The range: above this key, and up to that one (included). */
  after: Key;
  through: Key;
  rows: Row<Key>[];
}

export type Copies<Key> = ReturnType<typeof copiesIn<Key>>;

/** What is copied is the owner's and the readers' business. */
type Row<Key> = SharedRow<Key, unknown>;

/**
 * The table of copies. Of two states of a record the newer wins, so events may come twice, late and in any order; a
 * deletion leaves its version behind for that. And what the owner says when it is asked wins over every copy that was
 * written before the question, whatever its version: the owner had that state already, or no longer has it. Versions
 * alone would keep the copies of a database that was restored to an earlier state. It also wins over a copy of the same
 * version, because a change that nobody has recorded leaves the version as it was, and comes after the one that has.
 */
export function copiesIn<Key>(sql: Sql, { copies, keyType }: SharedRecords<Key>) {
  /** Returns how many copies are new or different. */
  async function write(rows: Row<Key>[], asOf: string): Promise<number> {
    const [written] = await sql<{ count: number }>({
      name: `write-${copies}`,
      // In the order of keys, so that two of these never deadlock.
      text: `WITH written AS (
               INSERT INTO ${copies} AS copy (key, version, content)
               SELECT * FROM jsonb_to_recordset($1::jsonb) AS row (key ${keyType}, version bigint, content jsonb)
               ORDER BY key
               ON CONFLICT (key) DO UPDATE
               SET version = excluded.version, content = excluded.content,
                   applied = excluded.applied, applied_at = excluded.applied_at
               WHERE excluded.version > copy.version
                  OR (copy.applied <= $2 OR excluded.version = copy.version AND $2 > 0)
                     AND (excluded.version, excluded.content) IS DISTINCT FROM (copy.version, copy.content)
               RETURNING key
             )
             SELECT count(*)::int FROM written`,
      values: [JSON.stringify(rows), asOf],
    });
    return written!.count;
  }

  async function removeOthers({ asOf, after, through, rows }: OwnersPage<Key>): Promise<number> {
    const removed = await sql({
      name: `remove-${copies}`,
      text: `DELETE FROM ${copies}
             WHERE key > $1::${keyType} AND key <= $2::${keyType} AND key <> ALL ($3::${keyType}[])
               AND applied <= $4 AND content IS NOT NULL
             RETURNING key`,
      values: [after, through, rows.map(({ key }) => key), asOf],
    });
    return removed.length;
  }

  return {
    /** Applies changes that the owner has told. */
    apply: (rows: Row<Key>[]): Promise<number> => write(rows, '0'),

    /** Takes over what the owner has said when it was asked; returns how many copies were not like that. */
    repair: async (page: OwnersPage<Key>): Promise<number> =>
      (await removeOthers(page)) + (await write(page.rows, page.asOf)),

    /** The copies after this key, `BATCH_SIZE` at most. */
    async page(after: Key): Promise<Page<Key>> {
      const [page] = await sql<Page<Key>>({
        name: `page-of-${copies}`,
        text: `WITH page AS (
                 SELECT key, version, content FROM ${copies}
                 WHERE key > $1::${keyType} AND content IS NOT NULL ORDER BY key LIMIT ${BATCH_SIZE}
               )
               SELECT nextval('${copies}_applied_seq') AS "asOf", count(*)::int, max(key) AS last, ${DIGEST} AS digest
               FROM page`,
        values: [after],
      });
      return page!;
    },

    /** Forgets deletions after 30 days: no process stalls for longer and then tells an earlier state. */
    forgetDeletions: () =>
      sql({
        name: `forget-${copies}`,
        text: `DELETE FROM ${copies} WHERE content IS NULL AND applied_at < now() - interval '30 days' RETURNING key`,
        values: [],
      }),
  };
}
