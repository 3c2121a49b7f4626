import { prepareDatabase } from '@jobly/database';
import { readEnvironment, runService } from '@jobly/http-kit';
import { seedApplications, seedUsers } from '@jobly/users';
import { compose } from './compose';
import { settings } from './env';

void runService(async () => {
  const env = readEnvironment(settings);
  const seeded = await prepareDatabase(env, {
    url: env.USERS_DATABASE_URL,
    owner: 'users service',
    directory: `${import.meta.dirname}/migrations`,
    seed: { table: 'users', seeds: [seedUsers(env.SEED_PASSWORD), seedApplications] },
  });
  if (env.MIGRATE === 'only') return;
  return {
    ...compose(env),
    seeded,
    drainMs: env.DRAIN_MS,
    host: env.HOST,
    port: env.USERS_PORT,
    portVariable: 'USERS_PORT',
  };
});
