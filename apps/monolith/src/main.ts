import { migrate, seedApplications, seedCompanies, seedJobs, seedOnce, seedUsers } from '@jobly/database';
import { readEnvironment, runService } from '@jobly/http-kit';
import { hashPassword } from '@jobly/users';
import { compose } from './compose';
import { settings } from './env';

void runService(async () => {
  const env = readEnvironment(settings);
  await migrate({ url: env.DATABASE_URL, owner: 'monolith', directory: `${import.meta.dirname}/migrations` });
  let seeded = false;
  if (env.SEED) {
    const passwordHash = await hashPassword(env.SEED_PASSWORD);
    const seeds = [seedCompanies, seedJobs, seedUsers(passwordHash), seedApplications];
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
