import type { Company, JobDetail, JobFilter, JobListing, JobSummary } from '@jobly/contracts';
import { type Database, byCodePoint, likePattern, listing } from '@jobly/database';

/**
 * The monolith's own SQL across modules: one statement and one snapshot where a port takes two. It gives up what ports
 * are for. This file knows the tables of two modules and repeats the filters of one, so a change of either is a change
 * here as well, and neither can leave the database any more.
 */
type Joined = Pick<Database, 'sql'>;

const JOB = 'id, title, salary, equity::text AS equity';
const COMPANY = 'handle, name, description, num_employees AS "numEmployees", logo_url AS "logoUrl"';
const JOBS_WITH_COMPANIES = 'FROM jobs JOIN companies ON handle = company_handle';

/** What readers are shown of jobs. */
export const joinedJobs = ({ sql }: Joined) => ({
  list: ({ title, minSalary, hasEquity, limit, offset }: JobFilter): Promise<JobListing[]> =>
    sql(
      listing({
        name: 'jobs-joined',
        select: `SELECT ${JOB}, company_handle AS "companyHandle", name AS "companyName" ${JOBS_WITH_COMPANIES}`,
        conditions: [
          { name: 'title', sql: (it) => `title ILIKE ${it}`, value: title && likePattern(title) },
          { name: 'min', sql: (it) => `salary >= ${it}`, value: minSalary },
          { name: 'equity', sql: (it) => `equity > ${it}`, value: hasEquity ? 0 : undefined },
        ],
        orderBy: `${byCodePoint('title')}, id`,
        limit,
        offset,
      }),
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
