import { readResults, type Results } from '@jobly/lab/results';
import { conclusionOf } from '@jobly/lab/runner';
import { experiments } from '../experiments';

/** What a run has written down. An older one, which wrote no conclusion, gets the one that its experiment draws today. */
export const readRun = (file: string): Promise<Results> =>
  readResults(file, (figures) =>
    conclusionOf(
      experiments.find(({ name }) => name === figures.experiment),
      figures,
    ),
  );
