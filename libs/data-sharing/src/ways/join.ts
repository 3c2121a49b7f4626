import type { Company, JobDetail, JobFilter, JobListing, JobSummary } from '@jobly/contracts';
import type { Database } from '@jobly/database';
import { COMPANY, JOB, jobListing } from '../module-tables';

/**
 * The monolith's own SQL across modules: one statement and one snapshot where a port takes two. It gives up what ports
 * are for. It knows the tables of two modules and repeats the filters of one, and neither can leave the database any
 * more.
 */
type Joined = Pick<Database, 'sql'>;

const JOBS_WITH_COMPANIES = 'FROM jobs JOIN companies ON handle = company_handle';

/** What readers are shown of jobs. */
export const joinedJobs = ({ sql }: Joined) => ({
  list: (filter: JobFilter): Promise<JobListing[]> =>
    sql(
      jobListing(
        'jobs-joined',
        `SELECT ${JOB}, company_handle AS "companyHandle", name AS "companyName" ${JOBS_WITH_COMPANIES}`,
        filter,
      ),
    ),

  async detail(jobId: number): Promise<JobDetail | null> {
    const [row] = await sql<JobSummary & Company>({
      name: 'job-joined',
      text: `SELECT ${JOB}, ${COMPANY} ${JOBS_WITH_COMPANIES} WHERE id = $1`,
      values: [jobId],
    });
    if (!row) return null;
    const { id, title, salary, equity, ...company } = row;
    return { id, title, salary, equity, company };
  },
});

/** What readers are shown of a company. */
export const joinedCompanies = ({ sql }: Joined) => ({
  async detail(handle: string): Promise<(Company & { jobs: JobSummary[] }) | null> {
    const [row] = await sql<Company & { jobs: JobSummary[] }>({
      name: 'company-joined',
      text: `SELECT ${COMPANY}, coalesce(
               (SELECT json_agg(json_build_object('id', id, 'title', title, 'salary', salary, 'equity', equity::text)
                                ORDER BY id)
                FROM jobs WHERE company_handle = handle), '[]') AS jobs
             FROM companies WHERE handle = $1`,
      values: [handle],
    });
    return row ?? null;
  },
});
