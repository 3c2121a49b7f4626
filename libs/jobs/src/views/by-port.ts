import type { CompanyDirectory } from '@jobly/contracts';
import { jobRepository } from '../repository';
import type { JobViewsOf } from './views';

/** Reads the jobs, and asks through the port for what belongs to their companies. */
export const byPort =
  (companies: CompanyDirectory): JobViewsOf =>
  (db) => {
    const repository = jobRepository(db);
    return {
      /** One call fetches the names of all companies on the page, never one call per row. */
      async list(filter) {
        const jobs = await repository.list(filter);
        if (jobs.length === 0) return [];
        const handles = [...new Set(jobs.map((job) => job.companyHandle))];
        const names = new Map(Object.entries(await companies.namesOf(handles)));
        return jobs.flatMap((job) => {
          const companyName = names.get(job.companyHandle);
          // The company was deleted a moment ago, and this job is about to be deleted too.
          return companyName === undefined ? [] : [{ ...job, companyName }];
        });
      },

      async detail(id) {
        const job = await repository.find(id);
        const company = job && (await companies.find(job.companyHandle));
        if (!company) return null;
        const { companyHandle: _, ...summary } = job;
        return { ...summary, company };
      },
    };
  };
