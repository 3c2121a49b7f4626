import { readEnvironment, runService } from '@jobly/http-kit';
import { compose } from './compose';
import { settings } from './env';
import { prepare } from './prepare';

void runService(async () => {
  const env = readEnvironment(settings);
  await prepare(env);
  if (env.MIGRATE === 'only') return;
  return {
    ...compose(env),
    drainMs: env.DRAIN_MS,
    host: env.HOST,
    port: env.COMPANIES_PORT,
    portVariable: 'COMPANIES_PORT',
  };
});
