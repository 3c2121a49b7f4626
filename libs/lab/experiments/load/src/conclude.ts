import { type Figures, intervalInWords, signed, threeDigits } from '@jobly/lab/results';
import { cpuRatio, largestDifference, measuredPoints } from './figures';
import { basePoint, knobs, type Point, settingInWords } from './points';

interface Found {
  point: Point;
  ratio: NonNullable<ReturnType<typeof cpuRatio>>;
}

/** Where the ratio of CPU time is furthest from that at the base, and why; undefined if the base was not measured. */
export function largestChange(figures: Figures): string | undefined {
  const base = cpuRatio(figures, basePoint);
  if (!base) return undefined;
  const found = measuredPoints(figures).flatMap((point): Found[] => {
    const ratio = point.workload.name === basePoint.workload.name ? undefined : cpuRatio(figures, point);
    return ratio ? [{ point, ratio }] : [];
  });
  // Intervals that do not touch: more is needed than to tell two ratios apart, since the one looked at is the largest.
  const changed = found.filter(({ ratio }) => ratio.low > base.high || ratio.high < base.low);
  const distance = ({ ratio }: Found) => Math.abs(Math.log(ratio.estimate / base.estimate));
  const [largest] = changed.toSorted((one, other) => distance(other) - distance(one));
  const atBase = `micro takes ${inWords(base)} the CPU time of the monolith`;
  if (!largest) return `At the usual mix ${atBase}, and no knob changes that detectably.`;
  const still = [...new Set(found.map(({ point }) => point.knob))].filter(
    (knob) => !changed.some(({ point }) => point.knob === knob),
  );
  const unchanged =
    still.length > 0
      ? ` No change of that ratio was detected by ${still.map((knob) => knobs[knob].name).join(', ')}.`
      : '';
  return `At the usual mix ${atBase}; furthest from that is ${settingInWords(largest.point)}, with ${inWords(largest.ratio)}${reason(figures, largest.point)}.${unchanged}`;
}

const inWords = (ratio: Found['ratio']) => `${threeDigits(ratio.estimate)} times (${intervalInWords(ratio)})`;

function reason(figures: Figures, point: Point): string {
  const found = largestDifference(figures, point);
  return found
    ? `, where ${found.process} of the ${found.arm} differs most, by ${signed(Math.round(found.us))} µs a request`
    : '';
}
