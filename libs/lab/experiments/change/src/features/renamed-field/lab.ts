import type { Edit } from '../feature';

export const lab: readonly Edit[] = [
  {
    file: 'libs/lab/experiments/layers/src/servers/statements.ts',
    anchor: `/** The exact statements of libs/companies and libs/jobs, so that only their surroundings differ. */
const JOB = 'id, title, salary, equity::text AS equity';
const COMPANY = 'handle, name, description, num_employees AS "numEmployees", logo_url AS "logoUrl"';`,
    replace: `/** The statements of libs/companies and libs/jobs, so that only their surroundings differ. */
const JOB = 'id, title, salary, equity::text AS equity';
const COMPANY =
  'handle, name, description, num_employees AS "numEmployees", num_employees AS employees, logo_url AS "logoUrl"';`,
  },
];
