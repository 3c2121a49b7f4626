import { differenceOf, type Interval, slopeInterval } from '@jobly/lab/instrument';
import type { Layout } from './distance';
import type { Sample } from './sample';
import { meanOf } from './statistics';

/** A line through the response times of an operation over the round-trip time. */
export interface Line {
  /** How many round trips one request waits for. */
  slope: Interval;
  /** What it takes without any distance, the CPU of the relays included (ms). */
  intercept: Interval;
}

/**
 * Fits a line by least squares. Each launch has a line of its own, and the intervals are over those; of a single launch,
 * that of the slope is over its blocks, and that of the intercept over its rounds.
 */
export function lineThrough(samples: readonly Sample[], seed: number, { confidence = 0.95 } = {}): Line {
  const rounds = [...Map.groupBy(samples, ({ launch, round }) => `${launch} ${round}`).values()];
  const lines = rounds.map((ofRound) => {
    const points = pointsOf(ofRound);
    const slope = slopeInterval(points).estimate;
    const intercept = meanOf(points.map(({ y }) => y)) - slope * meanOf(points.map(({ x }) => x));
    return { slope, intercept, launch: ofRound[0]!.launch };
  });
  const over = (of: (line: (typeof lines)[number]) => number) =>
    differenceOf(
      lines.map((line) => ({ base: 0, other: of(line), launch: line.launch })),
      { seed, confidence },
    );
  const isSingle = new Set(lines.map(({ launch }) => launch)).size === 1;
  return {
    slope: isSingle ? slopeInterval(pointsOf(samples), { confidence }) : over(({ slope }) => slope),
    intercept: over(({ intercept }) => intercept),
  };
}

const pointsOf = (samples: readonly Sample[]) =>
  samples.map(({ roundTripMs, responseMs }) => ({ x: roundTripMs, y: responseMs }));

/** Those of an operation in one of the layouts. */
export const samplesIn = (samples: readonly Sample[], operation: string, { stack, apart }: Layout) =>
  samples.filter((one) => one.operation === operation && one.stack === stack && one.apart === apart);

/** The slope may be this far from the count, as a share of it, whatever its interval. */
export const TOLERANCE = 0.05;

/** Narrower than this, an interval tells one count from the next. */
const ONE_ROUND_TRIP = 1;

export type Agreement = 'agrees' | 'disagrees' | 'too wide to tell';

/**
 * Whether a slope is the count, as far as its interval allows to say.
 * @param simultaneous its interval of `simultaneousConfidence`: only what that excludes is no accident among so many slopes
 */
export function agreementOf(slope: Interval, simultaneous: Interval, counted: number): Agreement {
  const tolerated = TOLERANCE * counted;
  const reaches = ({ low, high }: Interval) => low <= counted + tolerated && high >= counted - tolerated;
  if (Math.abs(slope.estimate - counted) <= tolerated) return 'agrees';
  if (!reaches(simultaneous)) return 'disagrees';
  return reaches(slope) && slope.high - slope.low < ONE_ROUND_TRIP ? 'agrees' : 'too wide to tell';
}

/**
 * The confidence of each of so many intervals with which all of them hold at once with 95 % (Bonferroni's inequality): of
 * twenty slopes that are as counted, one is outside its own 95 % interval.
 */
export const simultaneousConfidence = (intervals: number): number => 1 - 0.05 / intervals;
