/** Where a slider runs, and how: along the logarithm where a factor is what matters. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly logarithmic?: true;
}

/** The useful part of what an assumption may be; the number beside a slider takes the rest. */
const SCALES: Readonly<Record<string, Scale>> = {
  rate: { from: 1, to: 100_000, logarithmic: true },
  reads: { from: 0, to: 100 },
  roundTrip: { from: 0.01, to: 100, logarithmic: true },
  replicas: { from: 0, to: 20 },
  utilisation: { from: 5, to: 95 },
  available: { from: 99, to: 99.999 },
  cpuHour: { from: 0.001, to: 1, logarithmic: true },
  gibHour: { from: 0.000_1, to: 0.1, logarithmic: true },
};

/** The steps of a slider from end to end. */
export const STEPS = 200;

/** @param limits of an assumption that has no scale of its own */
export const scaleOf = (name: string, limits: { least: number; most: number }): Scale =>
  SCALES[name] ?? { from: limits.least, to: limits.most };

/** The value at a step, as one would write it: with three digits. */
export function valueAt({ from, to, logarithmic }: Scale, step: number): number {
  const share = step / STEPS;
  const value = logarithmic ? from * (to / from) ** share : from + (to - from) * share;
  return Number(value.toPrecision(logarithmic ? 2 : 5));
}

/** The step that is nearest to a value; an end for what lies beyond it. */
export function stepOf({ from, to, logarithmic }: Scale, value: number): number {
  const share = logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
  return Math.round(STEPS * Math.min(1, Math.max(0, share)));
}
