import { differenceOf, type Interval } from '@jobly/lab/instrument';
import type { Sample } from './observe';
import type { Kind } from './variants';

/** Goodput ÷ peak, each of one launch, with its interval over launches. */
export const shareOfPeak = (samples: readonly Sample[], seed: number): Interval =>
  differenceOf(
    samples.map(({ good, peak, launch }) => ({ base: 0, other: good / peak, launch })),
    { seed },
  );

/** Those of one kind under one load. */
export const samplesOf = (samples: readonly Sample[], kind: Kind, multiple: number): Sample[] =>
  samples.filter((one) => one.kind === kind && one.multiple === multiple);
