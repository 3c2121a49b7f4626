import { seedCompanies } from '@jobly/companies';
import { prepareDatabase } from '@jobly/database';
import type { Environment } from './env';

/** Gets the database ready, as MIGRATE and SEED say; returns whether it was empty and has been filled. */
export const prepare = (env: Environment): Promise<boolean> =>
  prepareDatabase(env, {
    url: env.COMPANIES_DATABASE_URL,
    owner: 'companies service',
    directory: `${import.meta.dirname}/migrations`,
    seed: { table: 'companies', seeds: [seedCompanies] },
  });
