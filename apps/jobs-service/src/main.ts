import { migrate, seedJobs } from '@jobly/database';
import { readEnvironment, serve } from '@jobly/http-kit';
import { compose } from './compose';
import { settings } from './env';

void serve(async () => {
  const env = readEnvironment(settings);
  return { ...compose(env), host: env.HOST, port: env.JOBS_PORT, portVariable: 'JOBS_PORT' };
});
