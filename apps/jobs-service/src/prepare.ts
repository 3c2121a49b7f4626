import { prepareDatabase } from '@jobly/database';
import { seedJobs } from '@jobly/jobs';
import type { Environment } from './env';

/** Gets the database ready, as MIGRATE and SEED say; returns whether it was empty and has been filled. */
export const prepare = (env: Environment): Promise<boolean> =>
  prepareDatabase(env, {
    url: env.JOBS_DATABASE_URL,
    owner: 'jobs service',
    directory: `${import.meta.dirname}/migrations`,
    seed: { table: 'jobs', seeds: [seedJobs] },
  });
