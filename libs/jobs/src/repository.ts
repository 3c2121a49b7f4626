import type { Job, JobChanges, JobFilter, JobSummary, NewJob } from '@jobly/contracts';
import {
  type RequestMark,
  type Statement,
  byCodePoint,
  createOnceIn,
  likePattern,
  listing,
  markValues,
  written,
} from '@jobly/database';
import type { JobsDatabase } from './database';

// PostgreSQL returns a NUMERIC as it was written, and only canonical decimals are written.
const SUMMARY = 'id, title, salary, equity::text AS equity';
const COLUMNS = `${SUMMARY}, company_handle AS "companyHandle"`;

/** The columns that belong to the request that created a row, and are shown to nobody. */
const OF_REQUEST = { idempotencyKey: true, requestFingerprint: true } as const;

/** Jobs as rows. A missing one is null. */
export function jobRepository({ prisma, sql }: JobsDatabase) {
  return {
    createOnce: createOnceIn(sql, 'jobs', COLUMNS),

    async find(id: number): Promise<Job | null> {
      const [row] = await sql<Job>({
        name: 'job-by-id',
        text: `SELECT ${COLUMNS} FROM jobs WHERE id = $1`,
        values: [id],
      });
      return row ?? null;
    },

    async exists(id: number): Promise<boolean> {
      const rows = await sql({ name: 'job-exists', text: 'SELECT 1 FROM jobs WHERE id = $1', values: [id] });
      return rows.length > 0;
    },

    ofCompany: (handle: string): Promise<JobSummary[]> =>
      sql({
        name: 'jobs-of-company',
        text: `SELECT ${SUMMARY} FROM jobs WHERE company_handle = $1 ORDER BY id`,
        values: [handle],
      }),

    list: ({ title, minSalary, hasEquity, limit, offset }: JobFilter): Promise<Job[]> =>
      sql(
        listing({
          name: 'jobs',
          select: `SELECT ${COLUMNS} FROM jobs`,
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

    async update(id: number, data: JobChanges): Promise<Job | null> {
      const [row] = await written(prisma.job.updateManyAndReturn({ where: { id }, data, omit: OF_REQUEST }));
      return row ? { ...row, equity: row.equity?.toFixed() ?? null } : null;
    },
  };
}

/** The statement that inserts a job; whoever runs it ensures that the company exists. */
export const insertJob = ({ title, salary, equity, companyHandle }: NewJob, mark?: RequestMark): Statement => ({
  name: 'insert-job',
  text: `INSERT INTO jobs (title, salary, equity, company_handle, idempotency_key, request_fingerprint)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${COLUMNS}`,
  values: [title, salary, equity, companyHandle, ...markValues(mark)],
});
