import { prepareDatabase } from '@jobly/database';
import { seedApplications, seedUsers } from '@jobly/users';
import type { Environment } from './env';

/** Gets the database ready, as MIGRATE and SEED say; returns whether it was empty and has been filled. */
export const prepare = (env: Environment): Promise<boolean> =>
  prepareDatabase(env, {
    url: env.USERS_DATABASE_URL,
    owner: 'users service',
    directory: `${import.meta.dirname}/migrations`,
    seed: { table: 'users', seeds: [seedUsers(env.SEED_PASSWORD), seedApplications] },
  });
