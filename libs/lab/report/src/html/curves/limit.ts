import type { Results } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { type Markup, markup } from '../markup';
import { type Axis, type Frame, px } from './frame';

/** The highest allowed p99. */
export const limitLine = (frame: Frame, x: Axis, limitMs: number) =>
  markup`<line class="limit" x1="${px(frame.x(x.scale.low))}" x2="${px(frame.x(x.scale.high))}" y1="${px(
    frame.y(limitMs),
  )}" y2="${px(frame.y(limitMs))}"/><text class="tick" x="${px(frame.x(x.scale.high) + 6)}" y="${px(
    frame.y(limitMs) + 4,
  )}">${limitMs} ms</text>`;

/**
 * The highest rate on the line of the limit, with its interval as far as rates were offered, and a line down to the axis
 * where it can be read.
 */
export function highestMark(
  frame: Frame,
  { scale }: Axis,
  { arm, highest }: Results['curves'][number],
  accents: Accents,
): Markup {
  const { limitMs, estimate, low, high } = highest!;
  const [x, y] = [frame.x(estimate), frame.y(limitMs)];
  const [left, right] = [low ?? scale.low, high ?? scale.high].map(frame.x);
  return markup`<g class="${accents(arm)}"><line class="drop" x1="${px(x)}" x2="${px(x)}" y1="${px(y)}" y2="${px(frame.bottom)}"/><line class="whisker" x1="${px(left!)}" x2="${px(right!)}" y1="${px(y)}" y2="${px(y)}"/><path class="diamond" d="M${px(
    x,
  )} ${px(y - 6)} l6 6 l-6 6 l-6 -6 Z"/></g>`;
}
