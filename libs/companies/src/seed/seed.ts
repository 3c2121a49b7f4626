import type { Seed } from '@jobly/database';
import { companies } from './companies';

export const seedCompanies: Seed = async (sql) => {
  await sql({
    name: 'seed-companies',
    text: `INSERT INTO companies (handle, name, description, num_employees, logo_url)
           SELECT handle, name, description, "numEmployees", "logoUrl"
           FROM json_to_recordset($1)
             AS row(handle text, name text, description text, "numEmployees" int, "logoUrl" text)`,
    values: [JSON.stringify(companies)],
  });
};
