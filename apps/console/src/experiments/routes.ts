import { invalid } from '@jobly/contracts';
import { Router } from 'express';
import type { Experiments, ListedExperiment } from '../../api/experiments';
import type { Known, ResultsStore } from '../results/store';
import type { LabProcess } from './lab-process';

/** The experiments with their runs, and the lab at work. */
export function experimentsRoutes(
  listed: () => Promise<readonly ListedExperiment[]>,
  store: ResultsStore,
  lab: LabProcess,
): Router {
  const router = Router();
  router.get('/api/experiments', async (_request, response) => {
    const found: Experiments = { ...withRuns(await listed(), await store.all()), lab: lab.last() };
    response.json(found);
  });
  router.post('/api/lab/run', async ({ body }, response) => {
    const { experiment: asked } = (body ?? {}) as { experiment?: unknown };
    const experiment = (await listed()).find(({ name }) => name === asked);
    if (!experiment) throw invalid('There is no such experiment.');
    lab.start(experiment.name);
    response.status(202).json({});
  });
  router.post('/api/lab/stop', (_request, response) => {
    lab.stop();
    response.status(202).json({});
  });
  return router;
}

const withRuns = (experiments: readonly ListedExperiment[], known: readonly Known[]) => {
  const runs = known.filter((one) => 'summary' in one);
  return {
    experiments: experiments.map((one) => ({
      ...one,
      runs: runs
        .flatMap(({ experiment, summary }) => (experiment === one.name ? [summary] : []))
        .toSorted((first, next) => next.startedAt.localeCompare(first.startedAt)),
    })),
    broken: known.flatMap((one) => ('broken' in one ? [one.broken] : [])),
  };
};
