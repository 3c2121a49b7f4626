import {
  type CompanyDirectory,
  type Job,
  type JobBoard,
  type JobChanges,
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
import type { JobViewsOf } from './views/views';

/** `companies` are asked before a job refers to one; `views` answer readers. */
interface Dependencies {
  db: JobsDatabase;
  companies: CompanyDirectory;
  views: JobViewsOf;
  lifecycle: (db: JobsDatabase, companies: CompanyDirectory) => JobLifecycle;
}

export type Jobs = ReturnType<typeof createJobs>;

/** The jobs module: its rules, and the answers to its neighbours. */
export function createJobs({ db, companies, views, lifecycle }: Dependencies) {
  const repository = jobRepository(db);
  const { list, detail } = views(db);
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

    list,

    async detail(id: number) {
      const job = await detail(id);
      if (!job) throw noSuchJob(id);
      return job;
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
