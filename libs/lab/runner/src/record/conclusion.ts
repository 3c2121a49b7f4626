import { type Conclusion, type Figures, inGeneral } from '@jobly/lab/results';
import type { Experiment } from '../experiment/experiment';

/** What follows from the figures: what the experiment concludes itself, or else what was compared in general. */
export function conclusionOf({ conclude }: Pick<Experiment, 'conclude'>, figures: Figures): Conclusion {
  const { verdict = inGeneral(figures), tables = [] } = conclude?.(figures) ?? {};
  return { verdict, tables };
}
