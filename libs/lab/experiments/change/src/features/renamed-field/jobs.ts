import type { Edit } from '../feature';

export const jobs: readonly Edit[] = [
  {
    file: 'libs/jobs/src/jobs-in-database.test.ts',
    anchor: 'job: { ...summary, company: company(companyHandle) },',
    replace: 'job: { ...summary, company: { ...company(companyHandle), employees: null } },',
  },
  {
    file: 'libs/jobs/src/jobs.test.ts',
    anchor: "expect(await jobs.detail(7)).toEqual({ id: 7, title: 'Cook', salary: 1, equity: '0.1', company: acme",
    replace: `const shown = { ...acme, employees: null };
    expect(await jobs.detail(7)).toEqual({ id: 7, title: 'Cook', salary: 1, equity: '0.1', company: shown`,
  },
  {
    file: 'libs/jobs/src/views/by-port.ts',
    anchor: 'type { CompanyDirectory }',
    replace: '{ type CompanyDirectory, asPublicCompany }',
  },
  {
    file: 'libs/jobs/src/views/by-port.ts',
    anchor: 'return { ...summary, company };',
    replace: 'return { ...summary, company: asPublicCompany(company) };',
  },
  {
    file: 'libs/data-sharing/src/ways/join.ts',
    anchor: "import type { Company, JobDetail, JobFilter, JobListing, JobSummary } from '@jobly/contracts';",
    replace: `import {
  type Company,
  type JobDetail,
  type JobFilter,
  type JobListing,
  type JobSummary,
  asPublicCompany,
} from '@jobly/contracts';`,
  },
  {
    file: 'libs/data-sharing/src/ways/join.ts',
    anchor: 'equity, company };',
    replace: 'equity, company: asPublicCompany(company) };',
  },
  {
    file: 'libs/data-sharing/src/ways/replica.ts',
    anchor: `import type {
  Company,
  CompanyDirectory,
  Job,
  JobBoard,
  JobDetail,
  JobFilter,
  JobListing,
  JobSummary,
} from '@jobly/contracts';`,
    replace: `import {
  type Company,
  type CompanyDirectory,
  type Job,
  type JobBoard,
  type JobDetail,
  type JobFilter,
  type JobListing,
  type JobSummary,
  asPublicCompany,
} from '@jobly/contracts';`,
  },
  {
    file: 'libs/data-sharing/src/ways/replica.ts',
    anchor: '{ ...job, company };',
    replace: '{ ...job, company: asPublicCompany(company) };',
  },
];
