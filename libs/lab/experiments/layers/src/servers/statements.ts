/** The exact statements of libs/companies and libs/jobs, so that only their surroundings differ. */
const JOB = 'id, title, salary, equity::text AS equity';
const COMPANY = 'handle, name, description, num_employees AS "numEmployees", logo_url AS "logoUrl"';

export interface JobRow extends Record<string, unknown> {
  companyHandle: string;
}

export const jobById = {
  name: 'job-by-id',
  text: `SELECT ${JOB}, company_handle AS "companyHandle" FROM jobs WHERE id = $1`,
};

export const jobsOfCompany = {
  name: 'jobs-of-company',
  text: `SELECT ${JOB} FROM jobs WHERE company_handle = $1 ORDER BY id`,
};

export const companyByHandle = {
  name: 'company-by-handle',
  text: `SELECT ${COMPANY} FROM companies WHERE handle = $1`,
};
