import { type Results, tickLabel } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { type Markup, markup } from '../markup';
import { linearScale, logScale } from '../scale';
import { type Axis, type Frame, frameOf, framed, pathOf, px, type Size } from './frame';
import { limitLine, highestMark } from './limit';
import { lineNames } from './line-names';

export type ThroughputCurve = Results['curves'][number];

interface Line {
  arm: string;
  points: { rate: number; ms: number }[];
}

/**
 * Every arm's percentile over the requests/s it answered; for p99, also the limit and the rate at which each arm
 * reaches it.
 */
export function throughputChart(
  curves: readonly ThroughputCurve[],
  percentile: 'p50' | 'p99',
  said: string,
  accents: Accents,
  size: Size,
): Markup | undefined {
  const lines = curves
    .map(({ arm, points }) => ({ arm, points: measuredPoints(points, percentile) }))
    .filter(({ points }) => points.length > 0);
  if (lines.length === 0) return undefined;
  const reached = percentile === 'p99' ? curves.filter(({ highest }) => highest) : [];
  const [x, y] = axesFor(lines, reached);
  const frame = frameOf(x, y, size);
  const limitMs = reached[0]?.highest?.limitMs;
  const limit = limitMs === undefined ? undefined : limitLine(frame, x, limitMs);
  const marks = reached.map((curve) => highestMark(frame, x, curve, accents));
  const drawn = lines.map((line) => lineWithDots(frame, line, accents));
  return framed(x, y, frame, said, markup`${limit}${drawn}${marks}${lineNames(endsOf(lines, frame), accents)}`);
}

const measuredPoints = (points: ThroughputCurve['points'], percentile: 'p50' | 'p99') =>
  points
    .toSorted((one, other) => one.offered - other.offered)
    .flatMap((point) => {
      const ms = point[percentile];
      return ms === null ? [] : [{ rate: point.achieved, ms }];
    });

function axesFor(lines: readonly Line[], reached: readonly ThroughputCurve[]): [Axis, Axis] {
  const points = lines.flatMap((line) => line.points);
  const times = [...points.map(({ ms }) => ms), ...reached.map(({ highest }) => highest!.limitMs)];
  const rates = [
    ...points.map(({ rate }) => rate),
    ...reached.map(({ highest }) => highest!.high ?? highest!.estimate),
  ];
  const x = linearScale(0, Math.max(...rates) * 1.04);
  const y = logScale(Math.min(...times) / 1.2, Math.max(...times) * 1.2);
  return [
    { scale: x, ticks: labelled(x.ticks), name: 'requests/s' },
    { scale: y, ticks: labelled(y.ticks), name: 'ms' },
  ];
}

const labelled = (ticks: readonly number[]) => ticks.map((at) => ({ at, label: tickLabel(at) }));

function lineWithDots(frame: Frame, { arm, points }: Line, accents: Accents): Markup {
  const places = points.map(({ rate, ms }) => [frame.x(rate), frame.y(ms)] as const);
  const dots = places.map(([x, y]) => markup`<circle class="dot" cx="${px(x)}" cy="${px(y)}" r="2.5"/>`);
  return markup`<g class="${accents(arm)}"><path class="line" d="${pathOf(places)}"/>${dots}</g>`;
}

/** Not at the last point: if a line turns back, its name would lie on it. */
const endsOf = (lines: readonly Line[], frame: Frame) =>
  lines.map(({ arm, points }) => {
    const furthest = points.reduce((one, other) => (other.rate > one.rate ? other : one));
    return { arm, x: frame.x(furthest.rate), y: frame.y(furthest.ms) };
  });
