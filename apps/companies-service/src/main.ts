import { seedCompanies } from '@jobly/companies';
import { prepareDatabase } from '@jobly/database';
import { readEnvironment, runService } from '@jobly/http-kit';
import { compose } from './compose';
import { settings } from './env';

void runService(async () => {
  const env = readEnvironment(settings);
  await prepareDatabase(env, {
    url: env.COMPANIES_DATABASE_URL,
    owner: 'companies service',
    directory: `${import.meta.dirname}/migrations`,
    seed: { table: 'companies', seeds: [seedCompanies] },
  });
  if (env.MIGRATE === 'only') return;
  return {
    ...compose(env),
    drainMs: env.DRAIN_MS,
    host: env.HOST,
    port: env.COMPANIES_PORT,
    portVariable: 'COMPANIES_PORT',
  };
});
