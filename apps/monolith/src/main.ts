import { migrate, seedApplications, seedCompanies, seedJobs, seedUsers } from '@jobly/database';
import { readEnvironment, serve } from '@jobly/http-kit';
import { compose } from './compose';
import { settings } from './env';

void serve(async () => {
  const env = readEnvironment(settings);
  const service = compose(env);
  return { ...service, host: env.HOST, port: env.MONOLITH_PORT, portVariable: 'MONOLITH_PORT' };
});
