import type { Figures } from '../results';

/** The arms that repeat another one to show the noise, each with the repeated one. */
export const repeatsIn = (...runs: readonly Pick<Figures, 'arms'>[]): ReadonlyMap<string, string> =>
  new Map(runs.flatMap(({ arms }) => arms.flatMap(({ name, repeats }) => (repeats === null ? [] : [[name, repeats]]))));
