import { tickLabel } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { type Markup, markup } from '../markup';
import { linearScale, type Scale } from '../scale';
import { type Axis, frameOf, framed, pathOf, type Size } from './frame';
import { lineNames } from './line-names';
import type { PercentileCurve } from './percentile-curve';

const TICKS = [
  { at: Math.log10(2), label: 'p50' },
  { at: 1, label: 'p90' },
  { at: 2, label: 'p99' },
  { at: 3, label: 'p99.9' },
  { at: 4, label: 'p99.99' },
];

/** More of them would hide each other. */
const MOST_BANDS = 4;

/**
 * All arms of one operation: p is plotted along log(1 / (1 − p)), so that the slow few have as much room as the many.
 */
export function percentileChart(
  curves: readonly PercentileCurve[],
  ms: Scale,
  said: string,
  accents: Accents,
  size: Size,
): Markup {
  const end = Math.max(...curves.map(({ line }) => line.at(-1)!.x));
  const x: Axis = { scale: linearScale(0, end), ticks: TICKS.filter(({ at }) => at <= end), name: '' };
  const y: Axis = { scale: ms, ticks: ms.ticks.map((at) => ({ at, label: tickLabel(at) })), name: 'ms' };
  const frame = frameOf(x, y, size);

  const bands = (curves.length > MOST_BANDS ? [] : curves).map(({ arm, band }) => {
    const upper = band.map((point) => [frame.x(point.x), frame.y(point.high)] as const);
    const lower = band.map((point) => [frame.x(point.x), frame.y(point.low)] as const).reverse();
    return band.length > 0
      ? markup`<path class="band ${accents(arm)}" d="${pathOf([...upper, ...lower])} Z"/>`
      : undefined;
  });
  const lines = curves.map(({ arm, line }) => {
    const points = line.map((point) => [frame.x(point.x), frame.y(point.ms)] as const);
    return markup`<path class="line ${accents(arm)}" d="${pathOf(points)}"/>`;
  });
  const ends = curves.map(({ arm, line }) => ({ arm, x: frame.x(line.at(-1)!.x), y: frame.y(line.at(-1)!.ms) }));
  const drawn = markup`${bands}${lines}${lineNames(ends, accents)}`;
  return framed(x, y, frame, said, drawn);
}
