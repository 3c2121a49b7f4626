import { seedCompanies } from '@jobly/companies';
import { migrate, seedOnce } from '@jobly/database';
import { readEnvironment, runService } from '@jobly/http-kit';
import { compose } from './compose';
import { settings } from './env';

void runService(async () => {
  const env = readEnvironment(settings);
  await migrate({
    url: env.COMPANIES_DATABASE_URL,
    owner: 'companies service',
    directory: `${import.meta.dirname}/migrations`,
  });
  if (env.SEED) {
    await seedOnce(env.COMPANIES_DATABASE_URL, 'companies', [seedCompanies]);
  }
  return {
    ...compose(env),
    drainMs: env.DRAIN_MS,
    host: env.HOST,
    port: env.COMPANIES_PORT,
    portVariable: 'COMPANIES_PORT',
  };
});
