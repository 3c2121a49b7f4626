import pg from 'pg';
import { companyByHandle, jobById, jobsOfCompany } from './statements';

interface Statement {
  name: string;
  text: string;
}

interface JobRow extends Record<string, unknown> {
  companyHandle: string;
}

/** Two operations as bare statements, for existing rows; the lab requests no others. */
export interface Reads {
  companyDetail(handle: string): Promise<unknown>;
  jobDetail(id: string): Promise<unknown>;
}

/** Uses the database and the number of connections in the environment. */
export function openReads(): Reads {
  const pool = new pg.Pool({
    connectionString: process.env['DATABASE_URL'],
    max: Number(process.env['MONOLITH_POOL']),
  });
  const rows = async <Row extends pg.QueryResultRow>(statement: Statement, value: string) => {
    const result = await pool.query<Row>({ ...statement, values: [value] });
    return result.rows;
  };
  return {
    async companyDetail(handle) {
      const [[company], jobs] = await Promise.all([rows(companyByHandle, handle), rows(jobsOfCompany, handle)]);
      return { company: { ...company, jobs } };
    },
    async jobDetail(id) {
      const [found] = await rows<JobRow>(jobById, id);
      const { companyHandle, ...job } = found!;
      const [company] = await rows(companyByHandle, companyHandle);
      return { job: { ...job, company } };
    },
  };
}
