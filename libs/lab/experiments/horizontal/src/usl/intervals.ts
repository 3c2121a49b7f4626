import { expandedTail, type Interval, pick, quantile, seededRandom } from '@jobly/lab/instrument';
import { fitted, type Law, type Least, peakOf, type Point, rateAt } from './law';

/** A point, and the launch that it was measured in. */
export interface LaunchPoint extends Point {
  launch: number;
}

/** The law with 95 % intervals over launches. */
export interface LawWithIntervals {
  law: Law;
  contention: Interval;
  coherency: Interval;
  /** Replicas that serve the most; undefined where coherency may as well cost nothing, so that there is no peak. */
  peak: Interval | undefined;
  /** What the law expects of so many replicas. */
  rateAt(replicas: number): Interval;
}

const RESAMPLES = 1_000;

/** By bootstrap: launches are drawn with replacement, and the law is fitted to each draw. */
export function withIntervals(points: readonly LaunchPoint[], seed: number, least?: Least): LawWithIntervals {
  const law = fitted(points, least);
  const launches = [...Map.groupBy(points, ({ launch }) => launch).values()];
  const random = seededRandom(seed);
  const drawn = Array.from({ length: RESAMPLES }, () =>
    fitted(
      launches.flatMap(() => pick(random, launches)),
      least,
    ),
  );
  const tail = expandedTail(launches.length, 0.95);
  const interval = (of: (law: Law) => number): Interval => {
    const ascending = Float64Array.from(drawn.map(of)).sort();
    return { estimate: of(law), low: quantile(ascending, tail), high: quantile(ascending, 1 - tail) };
  };
  const coherency = interval((one) => one.coherency);
  return {
    law,
    contention: interval((one) => one.contention),
    coherency,
    peak: coherency.low > 0 ? interval((one) => peakOf(one) ?? Infinity) : undefined,
    rateAt: (replicas) => interval((one) => rateAt(one, replicas)),
  };
}
