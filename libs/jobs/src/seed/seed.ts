import type { Seed } from '@jobly/database';
import { jobs } from './jobs';

export const seedJobs: Seed = async (sql) => {
  await sql({
    name: 'seed-jobs',
    text: `INSERT INTO jobs (id, title, salary, equity, company_handle)
           SELECT id, title, salary, equity::numeric, "companyHandle"
           FROM json_to_recordset($1) AS row(id int, title text, salary int, equity text, "companyHandle" text)`,
    values: [JSON.stringify(jobs)],
  });
  // The next job gets the next number.
  await sql({
    name: 'job-ids',
    text: `SELECT setval(pg_get_serial_sequence('jobs', 'id'), max(id)) FROM jobs`,
    values: [],
  });
};
