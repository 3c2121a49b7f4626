import type {
  Company,
  CompanyDirectory,
  Job,
  JobBoard,
  JobDetail,
  JobFilter,
  JobListing,
  JobSummary,
} from '@jobly/contracts';
import { COMPANY, JOB, jobListing } from '../module-tables';
import type { Follower } from '../replica/follower';
import { type ReadModel, follow } from '../replica/read-model';
import * as records from '../replica/shared-records';
import type { Shared } from '../shared';

interface Replica<Views> extends Shared<Views> {
  follower: Follower;
}

/** What readers are shown of jobs, with what is copied of companies. */
export interface CopiedCompanies {
  list(filter: JobFilter): Promise<JobListing[]>;
  detail(id: number): Promise<JobDetail | null>;
}

const JOBS_WITH_COPIES = 'FROM jobs LEFT JOIN company_copies ON key = company_handle';

/**
 * Reads copies in the service's own database, in the statement that reads what they belong to, and asks nobody. What has
 * no copy may have been created a moment ago: so absence is not believed, and the owner is asked. It is asked for
 * everything until the copies are verified. A change is seen when its event has come; if it never comes, after the next
 * audit, which begins `auditInterval` seconds after the one before has ended.
 */
export function replicatedCompanies(
  companies: CompanyDirectory,
  readModel: ReadModel<string, Company>,
  auditInterval: number,
): Replica<() => CopiedCompanies> {
  const { sql } = readModel.database;
  const follower = follow(records.companies, readModel, auditInterval);

  async function list(filter: JobFilter): Promise<JobListing[]> {
    const isBelieved = follower.isVerified();
    const jobs = await sql<Job & { copiedName: string | null }>(
      jobListing(
        'jobs-with-copies',
        `SELECT ${JOB}, company_handle AS "companyHandle", content ->> 'name' AS "copiedName" ${JOBS_WITH_COPIES}`,
        filter,
      ),
    );
    const missing = jobs.filter(({ copiedName }) => !isBelieved || copiedName === null);
    const handles = [...new Set(missing.map(({ companyHandle }) => companyHandle))];
    const asked = new Map(handles.length > 0 ? Object.entries(await companies.namesOf(handles)) : []);
    return jobs.flatMap(({ copiedName, ...job }) => {
      const companyName = (isBelieved ? copiedName : null) ?? asked.get(job.companyHandle);
      // The company was deleted a moment ago, and this job is about to be deleted too.
      return companyName === undefined ? [] : [{ ...job, companyName }];
    });
  }

  async function detail(id: number): Promise<JobDetail | null> {
    const isBelieved = follower.isVerified();
    const [row] = await sql<Job & { copy: Company | null }>({
      name: 'job-with-copy',
      text: `SELECT ${JOB}, company_handle AS "companyHandle", content AS copy ${JOBS_WITH_COPIES} WHERE id = $1`,
      values: [id],
    });
    if (!row) return null;
    const { companyHandle, copy, ...job } = row;
    const company = (isBelieved ? copy : null) ?? (await companies.find(companyHandle));
    return company && { ...job, company };
  }

  return replica({ list, detail }, follower);
}

/** What readers are shown of a company, with what is copied of its jobs. */
export interface CopiedJobs {
  detail(handle: string): Promise<(Company & { jobs: JobSummary[] }) | null>;
}

/**
 * The same for the jobs of companies. That there are none is not believed; that one is missing among others, nobody can
 * tell until its event has come.
 */
export function replicatedJobs(
  jobs: JobBoard,
  readModel: ReadModel<number, Job>,
  auditInterval: number,
): Replica<() => CopiedJobs> {
  const follower = follow(records.jobs, readModel, auditInterval);

  async function detail(handle: string) {
    const isBelieved = follower.isVerified();
    const [row] = await readModel.database.sql<Company & { copies: Job[] | null }>({
      name: 'company-with-copies',
      text: `SELECT ${COMPANY}, (SELECT jsonb_agg(content ORDER BY key) FROM job_copies
                                 WHERE content ->> 'companyHandle' = handle) AS copies
             FROM companies WHERE handle = $1`,
      values: [handle],
    });
    if (!row) return null;
    const { copies, ...company } = row;
    const copied = (isBelieved ? copies : null)?.map(({ id, title, salary, equity }) => ({
      id,
      title,
      salary,
      equity,
    }));
    return { ...company, jobs: copied ?? (await jobs.ofCompany(handle)) };
  }

  return replica({ detail }, follower);
}

/** Deletions reach the copies as changes do, so they need not be told again. */
const replica = <Views>(views: Views, follower: Follower): Replica<() => Views> => ({
  views: () => views,
  informedBy: (events) => events,
  metrics: [],
  workers: [follower],
  follower,
});
