import type { Step } from '@jobly/lab/results';
import type { Accents } from '../accents';
import type { PartColours } from '../bars';
import { linearScale, type Scale } from '../scale';

/** From nothing, or the least that a step reaches, to the most. */
export function reachOf(steps: readonly Step[]): Scale {
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  return linearScale(Math.min(0, ...ends), Math.max(...ends));
}

/** A whole has the colour of its arm, a part its own, and a paler one where it takes something away. */
export function stepClass({ kind, name, from, to }: Step, colourOf: PartColours, accents: Accents): string {
  const colour = kind === 'whole' ? `whole ${accents(name)}` : colourOf(name);
  return to < from ? `${colour} less` : colour;
}
