import { Router } from 'express';
import type { ResultsStore } from '../results/store';
import { answered } from './answer';
import { latestCoefficients } from './coefficients';

/** The calculator over measured coefficients. The query has the assumptions, as people write them. */
export function whatIfRoutes(store: ResultsStore): Router {
  const router = Router();
  router.get('/api/what-if', async ({ query }, response) => {
    response.json(answered(await latestCoefficients(store), query));
  });
  return router;
}
