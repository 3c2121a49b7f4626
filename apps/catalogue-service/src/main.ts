import { seedCompanies } from '@jobly/companies';
import { prepareDatabase } from '@jobly/database';
import { readEnvironment, runService } from '@jobly/http-kit';
import { seedJobs } from '@jobly/jobs';
import { compose } from './compose';
import { settings } from './env';

void runService(async () => {
  const env = readEnvironment(settings);
  await prepareDatabase(env, {
    url: env.CATALOGUE_DATABASE_URL,
    owner: 'catalogue service',
    directory: `${import.meta.dirname}/migrations`,
    seed: { table: 'companies', seeds: [seedCompanies, seedJobs] },
  });
  if (env.MIGRATE === 'only') return;
  return {
    ...compose(env),
    drainMs: env.DRAIN_MS,
    host: env.HOST,
    port: env.CATALOGUE_PORT,
    portVariable: 'CATALOGUE_PORT',
  };
});
