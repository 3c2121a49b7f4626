import type { Experiment } from '../experiments/experiment';
import { inGeneral } from '../report/reading/verdict/in-general';
import type { Conclusion, Figures } from '../report/results';

/** What follows from the figures: what the experiment concludes itself, or else what was compared in general. */
export function conclusionOf({ conclude }: Pick<Experiment, 'conclude'>, figures: Figures): Conclusion {
  const { verdict = inGeneral(figures), tables = [] } = conclude?.(figures) ?? {};
  return { verdict, tables };
}
