import type { Results } from '../results';

/** One rate of an operation at an arm: what was asked of it, what it managed, and how long that took. */
export interface CurvePoint {
  /** Requests per second. */
  offered: number;
  achieved: number;
  /** In ms; null where the samples are too few. */
  p50: number | null;
  p99: number | null;
}

export interface ThroughputCurve {
  operation: string;
  arm: string;
  points: CurvePoint[];
}

/** Where the time of one operation goes, arm by arm; the first arm is what the others are held against. */
export interface Waterfall {
  operation: string;
  arms: { arm: string; parts: { name: string; ms: number }[] }[];
}

/** What a report is made of: the results, and what only some experiments find. */
export type Illustrated = Results & { curves?: ThroughputCurve[]; waterfalls?: Waterfall[] };
