import { migrate, seedOnce } from '@jobly/database';
import { readEnvironment, runService } from '@jobly/http-kit';
import { seedApplications, seedUsers } from '@jobly/users';
import { compose } from './compose';
import { settings } from './env';

void runService(async () => {
  const env = readEnvironment(settings);
  await migrate({
    url: env.USERS_DATABASE_URL,
    owner: 'users service',
    directory: `${import.meta.dirname}/migrations`,
  });
  let seeded = false;
  if (env.SEED) {
    seeded = await seedOnce(env.USERS_DATABASE_URL, 'users', [seedUsers(env.SEED_PASSWORD), seedApplications]);
  }
  return {
    ...compose(env),
    seeded,
    drainMs: env.DRAIN_MS,
    host: env.HOST,
    port: env.USERS_PORT,
    portVariable: 'USERS_PORT',
  };
});
