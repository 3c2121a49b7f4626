import { type CompanyDirectory, type Delivered, unsettled } from '@jobly/contracts';
import { byAsking } from '@jobly/database';
import { away } from '@jobly/http-kit';
import type { JobsDatabase } from '../database';
import { deleteWithEvents } from './delete-with-events';
import type { JobLifecycle } from './lifecycle';

/**
 * Separate databases: ask for the company before inserting; record the deletion of a job as an event for the users
 * service, and answer once that is delivered. Compare on-company-events.ts: what follows a company.
 */
export const byEvents =
  (delivered: Delivered) =>
  ({ sql, transaction }: JobsDatabase, companies: CompanyDirectory): JobLifecycle => {
    const exists = async (handle: string) => (await companies.find(handle)) !== null;
    return {
      insertReferring: byAsking(transaction, 'company', exists),

      async remove(id) {
        const eventIds = await deleteWithEvents(sql, 'delete-job-with-event', 'id = $1', id);
        if (!(await away(() => delivered(eventIds)))) {
          throw unsettled('The job is deleted; the applications to it follow as soon as the users service can be told');
        }
        return eventIds.length > 0;
      },
    };
  };
