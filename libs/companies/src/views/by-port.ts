import type { JobBoard } from '@jobly/contracts';
import { companyRepository } from '../repository';
import type { CompanyViewsOf } from './views';

/** Reads the company, and asks through the port for its jobs. */
export const byPort =
  (jobs: JobBoard): CompanyViewsOf =>
  (db) => {
    const repository = companyRepository(db);
    return {
      /** Both are fetched concurrently, because neither needs the other. */
      async detail(handle) {
        const [company, listed] = await Promise.all([repository.find(handle), jobs.ofCompany(handle)]);
        return company && { ...company, jobs: listed };
      },
    };
  };
