import { type Finding, type FindingRow, neutralOf } from '@jobly/lab/results';
import { type Markup, markup } from '../markup';
import type { Scale } from '../scale';

/** Turns a share of the axis into a coordinate: a percentage if the picture stretches, pixels otherwise. */
export type Placing = (share: number) => string;

const ARROWS = { left: 'M6 -4 L0 0 L6 4', right: 'M-6 -4 L0 0 L-6 4' };

/** The interval as a line and the estimate as a dot on it; an arrow if the interval leaves the axis. */
export function intervalMark({ interval }: FindingRow, axis: Scale, x: Placing, y: number): Markup {
  const [low, high] = [axis(interval.low), axis(interval.high)].map((share) => Math.min(1, Math.max(0, share)));
  return markup`<line class="whisker" x1="${x(low!)}" x2="${x(high!)}" y1="${y}" y2="${y}"/>${
    axis(interval.low) < 0 ? arrow('left', x(0), y) : undefined
  }${axis(interval.high) > 1 ? arrow('right', x(1), y) : undefined}<circle class="dot" cx="${x(
    axis(interval.estimate),
  )}" cy="${y}" r="4.5"/>`;
}

const arrow = (direction: keyof typeof ARROWS, x: string, y: number) =>
  markup`<svg x="${x}" y="${y}" overflow="visible"><path class="whisker" d="${ARROWS[direction]}"/></svg>`;

/** The lines behind the marks: one at every tick, and a stronger one at "no difference". */
export function gridLines({ as }: Finding, axis: Scale, x: Placing, y1: number, y2: number): Markup {
  const line = (value: number, name: string) =>
    markup`<line class="${name}" x1="${x(axis(value))}" x2="${x(axis(value))}" y1="${y1}" y2="${y2}"/>`;
  const neutral = neutralOf(as);
  const others = axis.ticks.filter((tick) => tick !== neutral);
  return markup`${others.map((tick) => line(tick, 'grid'))}${line(neutral, 'neutral')}`;
}

/** The kind of row, for the style sheet. */
export const rowClass = ({ detectable, valid }: FindingRow) =>
  [detectable ? '' : 'undetectable', valid ? '' : 'uncounted'].filter(Boolean).join(' ');
