import { Router } from 'express';
import { createLabProcess } from './experiments/lab-process';
import { listedBy } from './experiments/list';
import { experimentsRoutes } from './experiments/routes';
import { lessonsRoutes } from './lessons/routes';
import type { Channel } from './live/channel';
import type { Measuring } from './live/measuring';
import { resultsRoutes } from './results/routes';
import { createResultsStore } from './results/store';
import { whatIfRoutes } from './what-if/routes';
import type { Workspace } from './workspace';

/** The views of the lab: its experiments, its calculator and its lessons. They ask the stacks nothing. */
export function lab(workspace: Workspace, channel: Channel, measuring: Measuring): Router {
  const listed = listedBy(workspace.lab);
  const store = createResultsStore(workspace);
  const process = createLabProcess(workspace, measuring, (run) => channel.keep('lab', run));
  return Router().use(
    experimentsRoutes(listed, store, process),
    whatIfRoutes(store),
    resultsRoutes(store),
    lessonsRoutes(workspace.lessons, listed),
  );
}
