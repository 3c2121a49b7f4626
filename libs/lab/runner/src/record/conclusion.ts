import { type Conclusion, type Figures, inGeneral } from '@jobly/lab/results';
import type { Experiment } from '../experiment/experiment';

/** What follows from the figures: what the experiment concludes itself, or else what was compared in general. */
export function conclusionOf(experiment: Experiment | undefined, figures: Figures): Conclusion {
  const { verdict = inGeneral(figures), tables = [] } = experiment?.conclude?.(figures) ?? {};
  return { verdict, tables };
}
