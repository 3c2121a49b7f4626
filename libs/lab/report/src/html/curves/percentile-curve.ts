import { type Durations, merged } from '@jobly/lab/instrument';
import type { Results } from '@jobly/lab/results';

/** Durations in ms along log10(1 / (1 − p)): 0 is the fastest request, 1 is p90, 2 is p99. */
export interface PercentileCurve {
  arm: string;
  line: { x: number; ms: number }[];
  /** From the fastest block to the slowest one, as far as single blocks have enough samples. */
  band: { x: number; low: number; high: number }[];
}

const STEP = 0.05;

/** About ten samples must lie beyond a percentile for it to say anything: 1,000 for p99, 10,000 for p99.9. */
const SAMPLES_BEYOND = 10;

/** Whether so many samples make more than a point. */
export const hasCurve = (samples: number) => samples > SAMPLES_BEYOND;

/** The response times of one operation, arm by arm. */
export function percentileCurves({ blocks }: Results, workload: string): PercentileCurve[] {
  const byArm = Map.groupBy(
    blocks.filter((block) => block.workload === workload),
    ({ arm }) => arm,
  );
  return [...byArm].map(([arm, ofArm]) => {
    const histograms = ofArm.map(({ result }) => result.response);
    return { arm, line: lineOf(merged(histograms)), band: bandOf(histograms.map((one) => merged([one]))) };
  });
}

const lineOf = (durations: Durations) => steps(durations.count).map((x) => ({ x, ms: valueAt(durations, x) }));

function bandOf(blocks: readonly Durations[]): PercentileCurve['band'] {
  if (blocks.length < 2) return [];
  return steps(Math.min(...blocks.map(({ count }) => count))).map((x) => {
    const values = blocks.map((block) => valueAt(block, x));
    return { x, low: Math.min(...values), high: Math.max(...values) };
  });
}

/** As far as this many samples reach. */
function steps(samples: number): number[] {
  const last = Math.log10(samples / SAMPLES_BEYOND);
  if (!(last > 0)) return [];
  const even = Array.from({ length: Math.ceil(last / STEP - 1e-9) }, (_, index) => index * STEP);
  return [...even, last];
}

/** At least a microsecond, which is the unit of the histograms: a logarithmic axis has no zero. */
const valueAt = (durations: Durations, x: number) => Math.max(0.001, durations.valueAt(100 * (1 - 10 ** -x)));
