import type { AskPage } from '@jobly/contracts';
import type { Database } from '@jobly/database';
import type { Logger } from 'pino';
import { audit } from './audit';
import { copiesIn } from './copies';
import { type Follower, createFollower } from './follower';
import type { SharedRecords } from './shared-records';

/** What a read model is made of. */
export interface ReadModel<Key, Content> {
  /** The asker's database, which holds the copies. */
  database: Pick<Database, 'sql' | 'background'>;
  /** The owner's records, by page. */
  pages: AskPage<Key, Content>;
  log: Logger;
}

/** Follows the owner's records with audits; the events come by the service's routes. */
export function follow<Key extends string | number, Content>(
  records: SharedRecords<Key>,
  { database, pages, log }: ReadModel<Key, Content>,
  auditInterval: number,
): Follower {
  const copies = copiesIn(database.background, records);
  const auditOnce = (signal: AbortSignal) => audit(copies, pages, records, signal);
  return createFollower({ copies: records.copies, audit: auditOnce, auditInterval, log });
}
