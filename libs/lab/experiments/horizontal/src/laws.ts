import { differenceOf, type Interval } from '@jobly/lab/instrument';
import { MACHINE_FULL, USED_UP } from './plan';
import type { Sample } from './sample';
import { explained, isAtLimit, NO_GAIN, rateAt } from './usl/law';
import { type LawWithIntervals, withIntervals } from './usl/intervals';

/** Twice as many replicas as the law was fitted to. */
export interface Prediction {
  replicas: number;
  predicted: Interval;
  measured: Interval;
  /** As a share of what was measured; from the ends of both intervals that are furthest apart. */
  error: Interval;
}

/** What is found of one way. */
export interface Found {
  way: string;
  /** In the order of the replicas. */
  counts: readonly Counted[];
  /** Undefined where too few numbers of replicas count, or the law does not describe what they serve. */
  law: (LawWithIntervals & { explained: number }) | undefined;
  /** Undefined where twice as many were not measured, or do not count. */
  prediction: Prediction | undefined;
}

/** So many replicas, in all launches. */
export interface Counted {
  replicas: number;
  rate: Interval;
  /** They got less than their quota because the machine had no more, so that nothing follows for more of them. */
  isStarved: boolean;
}

/** The law has three parameters, and fits any three numbers of replicas. */
const FEWEST_COUNTS = 4;

/** The law is fitted to those that got their quota. */
export function lawsOf(way: string, all: readonly Sample[], seed: number): Found {
  const samples = all.filter((sample) => sample.way === way);
  const byCount = [...Map.groupBy(samples, ({ replicas }) => replicas)];
  const counts = byCount.map(([replicas, same]): Counted => {
    const mean = (of: 'used' | 'machineBusy') => same.reduce((sum, one) => sum + one[of], 0) / same.length;
    return {
      replicas,
      rate: rateOf(same, seed),
      isStarved: mean('used') < USED_UP && mean('machineBusy') >= MACHINE_FULL,
    };
  });
  const fed = counts.filter(({ isStarved }) => !isStarved);
  const upTo = (most: number) =>
    samples.filter(({ replicas }) => replicas <= most && fed.some((one) => one.replicas === replicas));
  const points = upTo(Infinity);
  const fitted = fed.length < FEWEST_COUNTS ? undefined : withIntervals(points, seed);
  const law = fitted && !isAtLimit(fitted.law) ? fitted : undefined;
  return {
    way,
    counts,
    law: law && { ...law, explained: explained(law.law, means(points)) },
    prediction: law && predictionOf(fed, upTo, seed),
  };
}

/** Nobody serves less than nothing. */
function rateOf(samples: readonly Sample[], seed: number): Interval {
  const rates = samples.map(({ rate, launch }) => ({ base: 0, other: rate, launch }));
  const interval = differenceOf(rates, { seed });
  return { ...interval, low: Math.max(0, interval.low) };
}

/** The law is about what so many serve on average, not about the differences between launches. */
const means = (samples: readonly Sample[]) =>
  [...Map.groupBy(samples, ({ replicas }) => replicas)].map(([replicas, same]) => ({
    replicas,
    rate: same.reduce((sum, { rate }) => sum + rate, 0) / same.length,
  }));

/** From half of the most replicas that twice as many are known of. */
function predictionOf(
  fed: readonly Counted[],
  upTo: (most: number) => readonly Sample[],
  seed: number,
): Prediction | undefined {
  const half = fed.findLast(
    ({ replicas }, index) => index + 1 >= FEWEST_COUNTS && fed.some((one) => one.replicas === 2 * replicas),
  );
  if (!half) return undefined;
  const replicas = 2 * half.replicas;
  const law = withIntervals(upTo(half.replicas), seed, NO_GAIN);
  const measured = fed.find((one) => one.replicas === replicas)!.rate;
  const predicted = { ...law.rateAt(replicas), estimate: rateAt(law.law, replicas) };
  const errorOf = (foretold: number, served: number) => foretold / served - 1;
  const error = {
    estimate: errorOf(predicted.estimate, measured.estimate),
    low: errorOf(predicted.low, measured.high),
    high: errorOf(predicted.high, measured.low),
  };
  return { replicas, predicted, measured, error };
}
