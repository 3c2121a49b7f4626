import express from 'express';
import { serveFor } from './listen';
import { openReads } from './reads';

/** The bare server's statements behind Express as the applications configure it, and nothing else of theirs. */
export function serveExpress(): void {
  const { companyDetail, jobDetail } = openReads();
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.get('/health/live', (_request, response) => void response.json({}));
  app.get('/companies/:handle', async (request, response) => {
    response.json(await companyDetail(request.params.handle));
  });
  app.get('/jobs/:id', async (request, response) => {
    response.json(await jobDetail(request.params.id));
  });
  serveFor(process, app);
}
