import type { SharedRow } from '@jobly/contracts';
import { aSharedDatabase } from '@jobly/database/fixtures';
import { audit } from './audit';
import { copiesIn } from './copies';
import { ownedPages } from './owned-page';
import { companies } from './shared-records';

type Row = SharedRow<string, { name: string }>;

/** The databases of the companies service, whose companies are shared, and of the jobs service, which has copies. */
export async function twoServices() {
  const [owner, asker] = await Promise.all([aSharedDatabase('companies-service'), aSharedDatabase('jobs-service')]);
  const { sql } = owner.open('owner', 5, true);
  const database = asker.open();
  const copies = copiesIn(database.sql, companies);
  const pages = ownedPages<string, { name: string }>(sql, companies);
  const run = <R>(text: string, values: unknown[] = []) => sql<R>({ name: '', text, values });

  return {
    copies,
    pages,
    database,
    /** Changes the owner's database, which records it. */
    change: run,
    /** Changes it without a record, as a process does whose neighbours do not follow. */
    changeSilently: owner.run,
    inCopies: asker.run,
    openOwner: () => owner.open('owner', 5, true),

    /** Takes the recorded changes out of the outbox, each as it is delivered. */
    async events(): Promise<Row[][]> {
      const taken = await run<{ rows: Row[] }>(
        `WITH taken AS (DELETE FROM outbox_events RETURNING id, payload) SELECT payload -> 'rows' AS rows FROM taken ORDER BY id`,
      );
      return taken.map(({ rows }) => rows);
    },

    audited: (ask = pages, signal = new AbortController().signal) => audit(copies, ask, companies, signal),

    /** What the owner has, and what the copies say: handles and names. */
    owned: () => owner.run('SELECT handle, name FROM companies ORDER BY handle COLLATE "C"'),
    copied: () =>
      asker.run(
        `SELECT key AS handle, content ->> 'name' AS name FROM company_copies WHERE content IS NOT NULL ORDER BY key`,
      ),

    async clear() {
      await owner.run('TRUNCATE companies, outbox_events');
      await asker.run('TRUNCATE company_copies');
    },
    remove: () => Promise.all([owner.remove(), asker.remove()]),
  };
}

export const INSERT = `INSERT INTO companies (handle, name, description) VALUES ($1, $2, '')`;
export const RENAME = 'UPDATE companies SET name = $2 WHERE handle = $1';
export const DELETE = 'DELETE FROM companies WHERE handle = $1';
