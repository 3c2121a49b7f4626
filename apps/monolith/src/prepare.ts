import { seedCompanies } from '@jobly/companies';
import { prepareDatabase } from '@jobly/database';
import { seedJobs } from '@jobly/jobs';
import { seedApplications, seedUsers } from '@jobly/users';
import type { Environment } from './env';

/** Gets the database ready, as MIGRATE and SEED say; returns whether it was empty and has been filled. */
export const prepare = (env: Environment): Promise<boolean> =>
  prepareDatabase(env, {
    url: env.DATABASE_URL,
    owner: 'monolith',
    directory: `${import.meta.dirname}/migrations`,
    seed: { table: 'companies', seeds: [seedCompanies, seedJobs, seedUsers(env.SEED_PASSWORD), seedApplications] },
  });
