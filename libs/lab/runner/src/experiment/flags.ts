import type { Experiment } from './experiment';

/** The flags of an experiment's own, as Commander spells them, each with its description. */
export const flagsOf = (experiment: Experiment): [spelling: string, description: string][] =>
  Object.entries(experiment.flags ?? {});

/** The flags with which an experiment does everything that it can. */
export const everythingOf = (experiment: Experiment): string[] =>
  flagsOf(experiment).flatMap(([spelling]) => (/^(?!no-)[\w-]+$/.test(spelling) ? [spelling] : []));
