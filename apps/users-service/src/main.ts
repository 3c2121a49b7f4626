import { readEnvironment, runService } from '@jobly/http-kit';
import { compose } from './compose';
import { settings } from './env';
import { prepare } from './prepare';

void runService(async () => {
  const env = readEnvironment(settings);
  const seeded = await prepare(env);
  if (env.MIGRATE === 'only') return { seeded };
  return {
    ...compose(env),
    seeded,
    drainMs: env.DRAIN_MS,
    host: env.HOST,
    port: env.USERS_PORT,
    portVariable: 'USERS_PORT',
  };
});
