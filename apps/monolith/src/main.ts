import { seedCompanies } from '@jobly/companies';
import { migrate, seedOnce } from '@jobly/database';
import { readEnvironment, runService } from '@jobly/http-kit';
import { seedJobs } from '@jobly/jobs';
import { seedApplications, seedUsers } from '@jobly/users';
import { compose } from './compose';
import { settings } from './env';

void runService(async () => {
  const env = readEnvironment(settings);
  await migrate({ url: env.DATABASE_URL, owner: 'monolith', directory: `${import.meta.dirname}/migrations` });
  let seeded = false;
  if (env.SEED) {
    const seeds = [seedCompanies, seedJobs, seedUsers(env.SEED_PASSWORD), seedApplications];
    seeded = await seedOnce(env.DATABASE_URL, 'companies', seeds);
  }
  return {
    ...compose(env),
    seeded,
    drainMs: env.DRAIN_MS,
    host: env.HOST,
    port: env.MONOLITH_PORT,
    portVariable: 'MONOLITH_PORT',
  };
});
