import { migrate, seedUsers } from '@jobly/database';
import { readEnvironment, serve } from '@jobly/http-kit';
import { compose } from './compose';
import { settings } from './env';

void serve(async () => {
  const env = readEnvironment(settings);
  return { ...compose(env), host: env.HOST, port: env.USERS_PORT, portVariable: 'USERS_PORT' };
});
