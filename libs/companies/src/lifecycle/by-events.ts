import { type Company, type NewCompany, type Payload, type TopicOf, unavailable } from '@jobly/contracts';
import type { Sql } from '@jobly/database';
import { ConstantBackoff, handleType, retry } from 'cockatiel';
import type { CompaniesDatabase } from '../database';
import type { CompanyRepository } from '../repository';
import type { CompanyLifecycle } from './lifecycle';

const DELETED = 'company-deleted' satisfies TopicOf<'companies'>;

class DeletionPending extends Error {}

/** Delivering the event takes milliseconds while the jobs service is up; two seconds are ample. */
const untilDelivered = retry(handleType(DeletionPending), { maxAttempts: 20, backoff: new ConstantBackoff(100) });

/** Separate databases: one statement deletes the company and records the event, which is delivered afterwards. */
export function byEvents({ sql, transaction }: CompaniesDatabase, { insert }: CompanyRepository): CompanyLifecycle {
  // If the handle were free at once, a late event of the old company would delete the jobs of the new one.
  const insertIfSettled = (company: NewCompany): Promise<Company> =>
    transaction(async (within) => {
      const inserted = await insert(company, within);
      if (await isDeletionPending(within, company.handle)) throw new DeletionPending();
      return inserted;
    });

  return {
    insert: (company) =>
      untilDelivered
        .execute(() => insertIfSettled(company))
        .catch((error: unknown) => {
          throw error instanceof DeletionPending ? unavailable('A handle deleted a moment ago', error) : error;
        }),

    async remove(handle) {
      const gone = await sql({
        name: 'delete-company-with-event',
        text: `WITH gone AS (DELETE FROM companies WHERE handle = $1 RETURNING handle)
               INSERT INTO outbox_events (topic, key, payload)
               SELECT $2::text, handle, $3::jsonb FROM gone
               RETURNING pg_notify('outbox_events', current_schema())`,
        values: [handle, DELETED, { handle } satisfies Payload<typeof DELETED>],
      });
      return gone.length > 0;
    },
  };
}

async function isDeletionPending(sql: Sql, handle: string): Promise<boolean> {
  const pending = await sql({
    name: 'pending-deletion',
    text: 'SELECT 1 FROM outbox_events WHERE key = $1 AND topic = $2 LIMIT 1',
    values: [handle, DELETED],
  });
  return pending.length > 0;
}
