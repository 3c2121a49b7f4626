import type { Edit } from '../feature';

export const schemaTests: readonly Edit[] = [
  {
    file: 'libs/database/src/migrations/schemas.fixture.ts',
    anchor: "'jobs', 'users', 'applications', 'login_failures']",
    replace: "'jobs', 'users', 'applications', 'saved_jobs', 'login_failures']",
  },
  {
    file: 'libs/database/src/migrations/schemas.fixture.ts',
    anchor: "'users-service': ['users', 'applications', 'login_failures'],",
    replace: "'users-service': ['users', 'applications', 'saved_jobs', 'login_failures'],",
  },
  {
    file: 'libs/database/src/migrations/schemas.test.ts',
    anchor: "'applications', 'login_failures']",
    replace: "'applications', 'saved_jobs', 'login_failures']",
  },
  {
    file: 'libs/database/src/migrations/schemas.test.ts',
    anchor: `/applications_job_id_idx/,
    ],`,
    replace: `/applications_job_id_idx/,
    ],
    ['the saved jobs of a user', 'users-service', \`SELECT FROM saved_jobs WHERE username = 'ada'\`, /saved_jobs_pkey/],
    ['whoever has saved a job', 'users-service', 'SELECT FROM saved_jobs WHERE job_id = 1', /saved_jobs_job_id_idx/],`,
  },
];
