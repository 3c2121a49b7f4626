import { seedCompanies } from '@jobly/companies';
import { prepareDatabase } from '@jobly/database';
import { readEnvironment, runService } from '@jobly/http-kit';
import { seedJobs } from '@jobly/jobs';
import { seedApplications, seedUsers } from '@jobly/users';
import { compose } from './compose';
import { settings } from './env';

void runService(async () => {
  const env = readEnvironment(settings);
  const seeded = await prepareDatabase(env, {
    url: env.DATABASE_URL,
    owner: 'monolith',
    directory: `${import.meta.dirname}/migrations`,
    seed: { table: 'companies', seeds: [seedCompanies, seedJobs, seedUsers(env.SEED_PASSWORD), seedApplications] },
  });
  if (env.MIGRATE === 'only') return;
  return {
    ...compose(env),
    seeded,
    drainMs: env.DRAIN_MS,
    host: env.HOST,
    port: env.MONOLITH_PORT,
    portVariable: 'MONOLITH_PORT',
  };
});
