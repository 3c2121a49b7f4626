import type { JobDetail, JobFilter, JobListing } from '@jobly/contracts';
import type { JobsDatabase } from '../database';

/** What readers are shown of jobs: each with something of its company, which belongs to another module. */
export interface JobViews {
  list(filter: JobFilter): Promise<JobListing[]>;
  /** Null if there is no such job, or if its company is gone, whom the job is about to follow. */
  detail(id: number): Promise<JobDetail | null>;
}

/** A way to make these views of the module's own database; compare by-port.ts with ways/join.ts in libs/data-sharing. */
export type JobViewsOf = (db: JobsDatabase) => JobViews;
