import { unavailable } from '@jobly/contracts';
import { Router } from 'express';
import { readable } from './methods';

/** Whether this process accepts traffic; switched on when it listens and off when it begins to stop. */
export interface Readiness {
  accepting: boolean;
}

/** Rejects while a dependency that this process cannot work without (its database) is out of reach. */
export type Probe = () => Promise<unknown>;

/** Liveness says "do not restart me", readiness "send me traffic". */
export function health(readiness: Readiness, probe: Probe): Router {
  const routes = Router();
  readable(routes, '/health/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  readable(routes, '/health/ready', async (_request, response) => {
    if (!readiness.accepting) throw unavailable('This process');
    await probe().catch((cause: unknown) => {
      throw unavailable('The database', cause);
    });
    response.json({ status: 'ready' });
  });
  return routes;
}
