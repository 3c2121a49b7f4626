import {
  type Company,
  type Delivered,
  type NewCompany,
  type Payload,
  type TopicOf,
  unavailable,
  unsettled,
} from '@jobly/contracts';
import type { RequestMark, Sql } from '@jobly/database';
import { away } from '@jobly/http-kit';
import { currentTraceParent } from '@jobly/tracing';
import { ConstantBackoff, handleType, retry } from 'cockatiel';
import type { CompaniesDatabase } from '../database';
import type { CompanyRepository } from '../repository';
import type { CompanyLifecycle } from './lifecycle';

const DELETED = 'company-deleted' satisfies TopicOf<'companies'>;

class DeletionPending extends Error {}

/** A deletion whose event was not delivered in time may still settle; two seconds are ample if the jobs service is up. */
const untilSettled = retry(handleType(DeletionPending), { maxAttempts: 20, backoff: new ConstantBackoff(100) });

/**
 * Separate databases: one statement deletes the company and records the event, and the deletion is answered once the
 * event is delivered, so that nobody changes a job afterwards that is about to follow.
 */
export const byEvents =
  (delivered: Delivered) =>
  ({ sql, transaction }: CompaniesDatabase, { insert }: CompanyRepository): CompanyLifecycle => {
    // If the handle were free at once, a late event of the old company would delete the jobs of the new one.
    const insertIfSettled = (company: NewCompany, mark?: RequestMark): Promise<Company> =>
      transaction(async (within) => {
        const inserted = await insert(company, mark, within);
        if (await isDeletionPending(within, company.handle)) throw new DeletionPending();
        return inserted;
      });

    return {
      insert: (company, mark) =>
        untilSettled
          .execute(() => insertIfSettled(company, mark))
          .catch((error: unknown) => {
            throw error instanceof DeletionPending ? unavailable('A handle deleted a moment ago', error) : error;
          }),

      async remove(handle) {
        const recorded = await sql<{ eventId: string }>({
          name: 'delete-company-with-event',
          text: `WITH gone AS (DELETE FROM companies WHERE handle = $1 RETURNING handle)
                 INSERT INTO outbox_events (topic, key, payload, trace_parent)
                 SELECT $2::text, handle, $3::jsonb, $4::text FROM gone
                 RETURNING event_id AS "eventId", pg_notify('outbox_events', current_schema())`,
          values: [handle, DELETED, { handle } satisfies Payload<typeof DELETED>, currentTraceParent()],
        });
        if (!(await away(() => delivered(recorded.map(({ eventId }) => eventId))))) {
          throw unsettled('The company is deleted; its jobs follow as soon as the jobs service can be told');
        }
        return recorded.length > 0;
      },
    };
  };

async function isDeletionPending(sql: Sql, handle: string): Promise<boolean> {
  const pending = await sql({
    name: 'pending-deletion',
    text: 'SELECT 1 FROM outbox_events WHERE key = $1 AND topic = $2 LIMIT 1',
    values: [handle, DELETED],
  });
  return pending.length > 0;
}
