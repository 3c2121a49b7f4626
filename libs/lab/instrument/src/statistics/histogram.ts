import { build, decodeFromCompressedBase64, encodeIntoCompressedBase64, type Histogram } from 'hdr-histogram-js';

/** The reported percentiles, if the samples suffice. */
export const PERCENTILES = [50, 95, 99, 99.9] as const;
export type Percentile = (typeof PERCENTILES)[number];

/** Below this many samples a percentile is an anecdote: about ten must lie beyond it. */
const SAMPLES_NEEDED: Record<Percentile, number> = { 50: 20, 95: 200, 99: 1_000, 99.9: 10_000 };

/** Durations in ms, kept in whole µs to 3 significant digits, up to two minutes. */
export interface Durations {
  record(milliseconds: number): void;
  readonly count: number;
  /** In ms, or null if the samples are too few. */
  percentile(percentile: Percentile): number | null;
  /** In ms, however few the samples: for checks, not for publication. */
  valueAt(percentile: number): number;
  /** How many do not exceed this (ms). */
  countWithin(milliseconds: number): number;
  /** So many of the largest values, in ms, descending; all if there are fewer. */
  largest(howMany: number): number[];
  /** Adds a histogram that `encode` wrote. */
  add(encoded: string): void;
  /** The whole histogram in HdrHistogram's own compressed base64 (V2), readable by every implementation of it. */
  encode(): string;
}

/** An empty histogram. */
export function createDurations(): Durations {
  const histogram: Histogram = build({ highestTrackableValue: 120_000_000, numberOfSignificantValueDigits: 3 });
  const valueAt = (percentile: number) => histogram.getValueAtPercentile(percentile) / 1_000;
  return {
    record: (milliseconds) => histogram.recordValue(Math.max(0, Math.round(milliseconds * 1_000))),
    get count() {
      return histogram.totalCount;
    },
    percentile: (percentile) => (histogram.totalCount < SAMPLES_NEEDED[percentile] ? null : valueAt(percentile)),
    valueAt,
    countWithin: (milliseconds) =>
      countUpTo(milliseconds, histogram.totalCount, (rank) => valueAt((100 * rank) / histogram.totalCount)),
    largest: (howMany) =>
      Array.from({ length: Math.min(howMany, histogram.totalCount) }, (_, index) =>
        valueAt(100 * (1 - index / histogram.totalCount)),
      ),
    add: (encoded) => histogram.add(decodeFromCompressedBase64(encoded)),
    encode: () => encodeIntoCompressedBase64(histogram),
  };
}

/** How many of `total` ascending values do not exceed the limit; ranks begin at 1. */
function countUpTo(limit: number, total: number, valueOf: (rank: number) => number): number {
  let [least, most] = [0, total];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (valueOf(middle) <= limit) least = middle;
    else most = middle - 1;
  }
  return least;
}

/** All of the encoded histograms as one: exact, unlike any mean of percentiles. */
export function merged(encoded: readonly string[]): Durations {
  const durations = createDurations();
  encoded.forEach(durations.add);
  return durations;
}
