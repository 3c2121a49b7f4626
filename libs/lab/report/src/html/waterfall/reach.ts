import type { Step } from '@jobly/lab/results';
import type { Accents } from '../accents';
import type { PartColours } from '../bars';
import { linearScale, type Scale } from '../scale';

/** From zero, or from the lowest end of a step, to the highest. */
export function reachOf(steps: readonly Step[]): Scale {
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  return linearScale(Math.min(0, ...ends), Math.max(...ends));
}

/** A total has the colour of its arm, a part its own, and a paler one if it is negative. */
export function stepClass({ kind, name, from, to }: Step, colourOf: PartColours, accents: Accents): string {
  const colour = kind === 'whole' ? `whole ${accents(name)}` : colourOf(name);
  return to < from ? `${colour} less` : colour;
}
