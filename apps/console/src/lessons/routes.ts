import { Router } from 'express';
import type { ListedExperiment } from '../../api/experiments';
import { lessonOf } from './lessons';

/** The lecture, page by page. */
export function lessonsRoutes(directory: string, listed: () => Promise<readonly ListedExperiment[]>): Router {
  const router = Router();
  router.get('/api/lessons{/:name}', async ({ params: { name } }, response) => {
    // Without the lab, the lessons can be read all the same.
    const experiments = await listed().catch(() => []);
    const names = experiments.map((one) => one.name);
    response.json(await lessonOf(name, directory, names));
  });
  return router;
}
