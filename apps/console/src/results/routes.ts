import { invalid } from '@jobly/contracts';
import { renderReport } from '@jobly/lab/report';
import { type Request, type RequestHandler, Router } from 'express';
import { compared } from './compared';
import { picturesIn, pictureOf } from './pictures';
import { readRun } from './read-run';
import type { ResultsStore } from './store';

/**
 * What runs have found: their pages, their pictures, and two of them side by side. A run's id is its path of several
 * segments.
 */
export function resultsRoutes(store: ResultsStore): Router {
  const router = Router();
  const find = (path: unknown) => store.find((path as string[]).join('/'));
  const both = ({ first, next }: Record<string, unknown>) => {
    if (typeof first !== 'string' || typeof next !== 'string') throw invalid('Name two runs: first and next.');
    return Promise.all([store.find(first), store.find(next)]);
  };
  router.get('/api/pictures/*run', async ({ params: { run } }, response) => {
    response.json(await picturesIn(await find(run)));
  });
  router.get('/pictures/*run/:name.svg', async ({ params }: Request<{ run: string[]; name: string }>, response) => {
    response.type('svg').send(await pictureOf(await find(params.run), params.name));
  });
  router.get('/api/compared', async ({ query }, response) => {
    response.json(await compared(...(await both(query))));
  });
  router.get('/reports/*run/report.html', apart, async ({ params: { run } }, response) => {
    const { directory } = await find(run);
    response.type('html').send(renderReport([await readRun(directory)]));
  });
  router.get('/reports/both.html', apart, async ({ query }, response) => {
    const [first, next] = await both(query);
    response.type('html').send(renderReport([await readRun(first.directory), await readRun(next.directory)]));
  });
  return router;
}

/** A report is a page of its own: it runs nothing, loads nothing, and has an origin that the console does not answer. */
const apart: RequestHandler = (_request, response, next) => {
  const policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
  response.set('Content-Security-Policy', policy);
  next();
};
