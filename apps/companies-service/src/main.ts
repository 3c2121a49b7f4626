import { migrate, seedCompanies } from '@jobly/database';
import { readEnvironment, serve } from '@jobly/http-kit';
import { compose } from './compose';
import { settings } from './env';

void serve(async () => {
  const env = readEnvironment(settings);
  return { ...compose(env), host: env.HOST, port: env.COMPANIES_PORT, portVariable: 'COMPANIES_PORT' };
});
