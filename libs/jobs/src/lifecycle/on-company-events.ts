import type { CompanyEvents, Delivered } from '@jobly/contracts';
import { lockForClearing } from '@jobly/database';
import { away } from '@jobly/http-kit';
import type { JobsDatabase } from '../database';
import { deleteJobsOfCompany } from './delete-with-events';
import { isFirstHandling } from './inbox';

/**
 * The jobs service's handlers for deleted companies. The applications go before a deletion counts as handled, unless that
 * takes too long: the jobs are gone by then, and whoever deletes companies must not depend on the users service.
 */
export const onCompanyEvents = ({ transaction }: JobsDatabase, delivered: Delivered): CompanyEvents => ({
  'company-deleted': async ({ handle }, eventId) => {
    const eventIds = await transaction(async (sql) => {
      await lockForClearing(sql, 'company', [handle]);
      if (!(await isFirstHandling(sql, eventId))) return [];
      return deleteJobsOfCompany(sql, handle);
    });
    await away(() => delivered(eventIds));
  },
});
