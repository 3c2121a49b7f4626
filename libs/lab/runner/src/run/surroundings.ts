import type { Surroundings } from '../experiment/experiment';
import type { RunContext } from './measure-options';

/** The part of a run that an experiment may see. */
export const surroundingsOf = ({ run, options, signal, progress }: RunContext): Surroundings => ({
  run,
  seed: options.seed,
  quick: options.quick,
  flags: options.flags ?? [],
  signal,
  progress,
});
