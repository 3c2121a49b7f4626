import type { Edit } from '../feature';

export const compositions: readonly Edit[] = [
  {
    file: 'apps/jobs-service/src/compose.ts',
    anchor: `
  httpCompanyDirectory,`,
    replace: `
  httpApplicationRegister,
  httpCompanyDirectory,`,
  },
  {
    file: 'apps/jobs-service/src/compose.ts',
    anchor: 'the names of their companies come from the companies service.',
    replace: 'their companies and applications are asked of the services that have them.',
  },
  {
    file: 'apps/jobs-service/src/compose.ts',
    anchor: `companies,
    views`,
    replace: `companies,
    applications: httpApplicationRegister(usersService),
    views`,
  },
  {
    file: 'apps/catalogue-service/src/compose.ts',
    anchor: `  circuitOpenings,
`,
    replace: `  circuitOpenings,
  httpApplicationRegister,
`,
  },
  {
    file: 'apps/catalogue-service/src/compose.ts',
    anchor: `    companies,
    views`,
    replace: `    companies,
    applications: httpApplicationRegister(accountsService),
    views`,
  },
  {
    file: 'apps/monolith/src/compose.ts',
    anchor: "import { type JobBoard, operationsWith } from '@jobly/contracts';",
    replace: "import { type ApplicationRegister, type JobBoard, operationsWith } from '@jobly/contracts';",
  },
  {
    file: 'apps/monolith/src/compose.ts',
    anchor: `// Companies and jobs need each other, so one of the two is bound at the call.
  const jobBoard: JobBoard = { ofCompany: (handle) => jobs.ofCompany(handle) };`,
    replace: `// Companies and jobs need each other, and so do jobs and users: of each pair one is bound at the call.
  const jobBoard: JobBoard = { ofCompany: (handle) => jobs.ofCompany(handle) };
  const applications: ApplicationRegister = { hasApplications: (jobId) => users.hasApplications(jobId) };`,
  },
  {
    file: 'apps/monolith/src/compose.ts',
    anchor: 'companies: viaPort(companies),',
    replace: `companies: viaPort(companies),
    applications: viaPort(applications),`,
  },
  {
    file: 'apps/users-service/src/compose.ts',
    anchor: '[...userRoutes(users, api), ...internalUserRoutes(onJobEvents(db)), introspectionRoute(introspector)]',
    replace: `[
      ...userRoutes(users, api),
      ...internalUserRoutes(users, onJobEvents(db)),
      introspectionRoute(introspector),
    ]`,
  },
];
