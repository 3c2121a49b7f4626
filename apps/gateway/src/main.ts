import { readEnvironment, runService } from '@jobly/http-kit';
import { compose } from './compose';
import { settings } from './env';

void runService(async () => {
  const env = readEnvironment(settings);
  return {
    ...compose(env),
    drainMs: env.DRAIN_MS,
    host: env.HOST,
    port: env.GATEWAY_PORT,
    portVariable: 'GATEWAY_PORT',
  };
});
