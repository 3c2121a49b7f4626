import { invalid } from '@jobly/contracts';
import { createLogger, errorHandler, noSuchPath, readBody } from '@jobly/http-kit';
import { Failure } from '@jobly/lab/instrument';
import { THEME } from '@jobly/lab/report';
import express, { type Express } from 'express';
import { architecture } from './architecture/routes';
import type { Environment } from './env';
import { lab } from './lab';
import type { Launcher } from './launcher';
import { createChannel } from './live/channel';
import { watchMeasuring } from './live/measuring';
import { tellState } from './live/state';
import { requestRoutes } from './request/routes';
import { ownPagesOnly, securityHeaders } from './security';
import { workspace } from './workspace';

/** The console's server. Each view has a folder of its own, which says what it answers. */
export function compose(env: Environment, launcher: Launcher, place = workspace): Express {
  const log = createLogger('console', env.LOG_LEVEL);
  const channel = createChannel();
  const measuring = watchMeasuring(place.announcements);
  tellState(channel, launcher, measuring);

  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders, ownPagesOnly);
  app.get('/theme.css', (_request, response) => void response.type('css').send(THEME));
  app.use(express.static(`${import.meta.dirname}/page`));
  app.get('/api/live', channel.handler);
  app.use(async (request, response, next) => {
    request.body = await readBody(request, response);
    next();
  });
  app.use(architecture({ channel, launcher, seedPassword: env.SEED_PASSWORD, measuring: measuring.current }));
  app.use('/api', requestRoutes(launcher, env, measuring.current));
  app.use(lab(place, channel, measuring));
  app.use(
    noSuchPath,
    errorHandler(log, (error) => (error instanceof Failure ? invalid(error.message, error) : undefined)),
  );
  return app;
}
