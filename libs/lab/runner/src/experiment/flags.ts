import type { Experiment } from './experiment';

/** The flags of an experiment's own, each with its description. */
export const flagsOf = (experiment: Experiment): [name: string, description: string][] =>
  experiment.kind === 'study' ? Object.entries(experiment.flags ?? {}) : [];
