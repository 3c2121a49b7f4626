/** The position of a value on an axis: 0 is the beginning, 1 the end; values outside lie below or above. */
export interface Scale {
  (value: number): number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

export function linearScale(low: number, high: number): Scale {
  const at = (value: number) => (value - low) / (high - low);
  return Object.assign(at, { low, high, ticks: evenTicks(low, high) });
}

export function logScale(low: number, high: number): Scale {
  const at = (value: number) => Math.log(value / low) / Math.log(high / low);
  return Object.assign(at, { low, high, ticks: logTicks(low, high) });
}

const MOST_TICKS = 8;

/** 1, 2, 5, 10, 20 …; fewer per decade on a long axis, evenly spaced ones on an axis too short for these. */
function logTicks(low: number, high: number): number[] {
  for (const digits of [[1, 2, 5], [1, 3], [1]]) {
    const ticks = decades(low, high).flatMap((decade) => digits.map((digit) => Number(`${digit}e${decade}`)));
    const within = ticks.filter((tick) => tick >= low && tick <= high);
    if (within.length < 3) break;
    if (within.length <= MOST_TICKS) return within;
  }
  return evenTicks(low, high);
}

function decades(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low));
  return Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, index) => first + index);
}

/** Three to eight of them, at multiples of 1, 2 or 5 times a power of ten. */
function evenTicks(low: number, high: number): number[] {
  const coarsest = (high - low) / 3;
  const decade = 10 ** Math.floor(Math.log10(coarsest));
  const step = decade * (coarsest / decade >= 5 ? 5 : coarsest / decade >= 2 ? 2 : 1);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Through text, because 3 × 0.1 is not 0.3.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
