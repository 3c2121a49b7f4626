import { notFound } from '@jobly/contracts';
import { drawnPlot } from '@jobly/lab/report';
import { Router } from 'express';
import type { ResultsStore } from '../results/store';
import { answered, assumed } from './answer';
import { latestCoefficients } from './coefficients';
import { isDrawn, overRates } from './over-rates';

/** The calculator over measured coefficients. The query has the assumptions, as people write them. */
export function whatIfRoutes(store: ResultsStore): Router {
  const router = Router();
  router.get('/api/what-if', async ({ query }, response) => {
    const coefficients = await latestCoefficients(store);
    response.json(answered(coefficients, assumed(coefficients, query)));
  });
  router.get('/pictures/what-if/:figure.svg', async ({ params: { figure }, query }, response) => {
    if (!isDrawn(figure)) throw notFound('There is no such picture.');
    const coefficients = await latestCoefficients(store);
    const { scenario } = assumed(coefficients, query);
    const plot = overRates(coefficients, scenario, figure);
    if (plot.lines.every(({ points }) => points.length === 0)) throw notFound('No stack can serve a tenth of that.');
    response.type('svg').send(drawnPlot(plot, query['narrow'] !== undefined));
  });
  return router;
}
