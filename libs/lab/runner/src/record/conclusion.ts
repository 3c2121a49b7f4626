import { type Conclusion, type Figures, inGeneral } from '@jobly/lab/results';
import type { Experiment } from '../experiment/experiment';

/** The conclusion from the figures: the experiment's own, or else the default. */
export function conclusionOf(experiment: Experiment | undefined, figures: Figures): Conclusion {
  const { verdict = inGeneral(figures), tables = [] } = experiment?.conclude?.(figures) ?? {};
  return { verdict, tables };
}
