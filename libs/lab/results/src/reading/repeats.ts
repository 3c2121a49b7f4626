import type { Figures } from '../results';

/** The arms that are another one once more, to see the noise, each with the one that it repeats. */
export const repeatsIn = (...runs: readonly Pick<Figures, 'arms'>[]): ReadonlyMap<string, string> =>
  new Map(runs.flatMap(({ arms }) => arms.flatMap(({ name, repeats }) => (repeats === null ? [] : [[name, repeats]]))));
