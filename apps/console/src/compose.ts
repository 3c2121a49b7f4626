import { createLogger, errorHandler, noSuchPath } from '@jobly/http-kit';
import { THEME } from '@jobly/lab/report';
import express, { type Express } from 'express';
import { architecture } from './architecture/routes';
import type { Environment } from './env';
import type { Launcher } from './launcher';
import { createChannel } from './live/channel';
import { tellState } from './live/state';
import { requestRoutes } from './request/routes';
import { ownPagesOnly, securityHeaders } from './security';

/** The console's server. Each view has a folder of its own, which says what it answers. */
export function compose(env: Environment, launcher: Launcher): Express {
  const log = createLogger('console', env.LOG_LEVEL);
  const channel = createChannel();
  tellState(channel, launcher);

  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders, ownPagesOnly);
  app.get('/theme.css', (_request, response) => void response.type('css').send(THEME));
  app.use(express.static(`${import.meta.dirname}/page`));
  app.get('/api/live', channel.handler);
  app.use(express.json());
  app.use(architecture({ channel, launcher, seedPassword: env.SEED_PASSWORD, measuring: () => null }));
  app.use(
    '/api',
    requestRoutes(launcher, env, () => null),
  );
  app.use(
    noSuchPath,
    errorHandler(log, () => undefined),
  );
  return app;
}
