import { type Interval, meanInterval, ratioOf } from '@jobly/lab/instrument';
import { intervalInWords } from '@jobly/lab/results';
import type { Form } from './forms';
import type { Sample } from './launch';

/** Every launch is a process of its own, so that launches are what intervals are over. */
export const meanOf = (
  samples: readonly Sample[],
  form: Form,
  of: (sample: Sample) => number,
  seed: number,
): Interval => meanInterval(samples.filter((sample) => sample.form === form).map(of), { seed });

/** How many times as long one form takes as another, paired by rounds. */
export function totalRatio(samples: readonly Sample[], form: Form, base: Form, seed: number): Interval {
  const totals = (which: Form) =>
    new Map(samples.filter((sample) => sample.form === which).map(({ round, total }) => [round, total]));
  const bases = totals(base);
  const pairs = Array.from(totals(form), ([round, total]) => ({
    base: bases.get(round)!,
    other: total,
    launch: round,
  }));
  return ratioOf(pairs, { seed });
}

export const withInterval = (interval: Interval, inWords: (value: number) => string): string =>
  `${inWords(interval.estimate)} (${intervalInWords(interval, inWords)})`;
