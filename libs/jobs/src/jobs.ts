import {
  type CompanyDirectory,
  type Job,
  type JobBoard,
  type JobChanges,
  type JobDetail,
  type JobFilter,
  type JobListing,
  type JobRegister,
  type JobSummary,
  type NewJob,
  invalid,
  notFound,
} from '@jobly/contracts';
import { markOf } from '@jobly/database';
import type { JobsDatabase } from './database';
import type { JobLifecycle } from './lifecycle/lifecycle';
import { insertJob, jobRepository } from './repository';

interface Dependencies {
  db: JobsDatabase;
  companies: CompanyDirectory;
  lifecycle: (db: JobsDatabase, companies: CompanyDirectory) => JobLifecycle;
}

export type Jobs = ReturnType<typeof createJobs>;

/** The jobs module: its rules, and the answers to its neighbours. */
export function createJobs({ db, companies, lifecycle }: Dependencies) {
  const repository = jobRepository(db);
  const { insertReferring, remove } = lifecycle(db, companies);

  return {
    create(job: NewJob, key?: string): Promise<Job> {
      const mark = markOf(key, job);
      return repository.createOnce(mark, async () => {
        const inserted = await insertReferring<Job>(job.companyHandle, insertJob(job, mark));
        if (!inserted) throw invalid([`companyHandle names no company: ${job.companyHandle}`]);
        return inserted;
      });
    },

    /** One call fetches the names of all companies on the page, never one call per row. */
    async list(filter: JobFilter): Promise<JobListing[]> {
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

    async detail(id: number): Promise<JobDetail> {
      const job = await repository.find(id);
      const company = job && (await companies.find(job.companyHandle));
      // The company is gone and its job is about to follow; the caller sees it as gone already.
      if (!company) throw noSuchJob(id);
      const { companyHandle: _, ...summary } = job;
      return { ...summary, company };
    },

    async update(id: number, changes: JobChanges): Promise<Job> {
      if (Object.keys(changes).length === 0) throw invalid('No data');
      const job = await repository.update(id, changes);
      if (!job) throw noSuchJob(id);
      return job;
    },

    async remove(id: number): Promise<void> {
      if (!(await remove(id))) throw noSuchJob(id);
    },

    ofCompany: (handle: string): Promise<JobSummary[]> => repository.ofCompany(handle),

    exists: (id: number): Promise<boolean> => repository.exists(id),
  } satisfies JobBoard & JobRegister & Record<string, unknown>;
}

const noSuchJob = (id: number) => notFound(`No job: ${id}`);
