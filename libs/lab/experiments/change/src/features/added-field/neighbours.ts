import type { Edit } from '../feature';

export const neighbours: readonly Edit[] = [
  {
    file: 'libs/database/src/migrations/schemas.test.ts',
    anchor: "['companies', 'num_employees', -1],",
    replace: `['companies', 'num_employees', -1],
    ['companies', 'industry', ''],
    ['companies', 'industry', 'a'.repeat(61)],`,
  },
  {
    file: 'libs/jobs/src/jobs-in-database.test.ts',
    anchor: 'logoUrl: null,',
    replace: `logoUrl: null,
  industry: null,`,
  },
  {
    file: 'libs/jobs/src/jobs.test.ts',
    anchor: "{ handle: 'acme', name: 'Acme', description: '', numEmployees: null, logoUrl: null }",
    replace: `{
  handle: 'acme',
  name: 'Acme',
  description: '',
  numEmployees: null,
  logoUrl: null,
  industry: null,
}`,
  },
  {
    file: 'libs/jobs/src/lifecycle/by-events.test.ts',
    anchor: 'numEmployees: null, logoUrl: null',
    replace: 'numEmployees: null, logoUrl: null, industry: null',
  },
  {
    file: 'libs/service-clients/src/ports.test.ts',
    anchor: 'numEmployees: null, logoUrl: null',
    replace: "numEmployees: null, logoUrl: null, industry: 'Tools'",
  },
  {
    file: 'libs/data-sharing/src/module-tables.ts',
    anchor: 'logo_url AS "logoUrl"\'',
    replace: 'logo_url AS "logoUrl", industry\'',
  },
  {
    file: 'libs/data-sharing/src/companies.fixture.ts',
    anchor: 'logoUrl: null,',
    replace: `logoUrl: null,
  industry: null,`,
  },
  {
    file: 'libs/data-sharing/src/ways/replica.test.ts',
    anchor: 'numEmployees: 7, logoUrl: null }',
    replace: 'numEmployees: 7, logoUrl: null, industry: null }',
  },
  {
    file: 'apps/monolith/src/joined-views.test.ts',
    anchor: "logoUrl: at % 2 ? '/logo.png' : null };",
    replace: "logoUrl: at % 2 ? '/logo.png' : null, industry: at % 3 ? 'Tools' : null };",
  },
  {
    file: 'apps/monolith/src/joined-views.test.ts',
    anchor: 'numEmployees: null, logoUrl: null })',
    replace: 'numEmployees: null, logoUrl: null, industry: null })',
  },
];
