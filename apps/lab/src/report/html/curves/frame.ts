import { type Markup, markup } from '../markup';
import type { Scale } from '../scale';

/** As wide as a telephone's page, so that text in a chart keeps its size everywhere. */
export const WIDTH = 344;
const HEIGHT = 232;
const PLOT = { left: 40, right: 272, top: 22, bottom: 200 };

export interface Axis {
  scale: Scale;
  ticks: { at: number; label: string }[];
  name: string;
}

export interface Frame {
  x(value: number): number;
  y(value: number): number;
}

export function frameOf(x: Axis, y: Axis): Frame {
  return {
    x: (value) => PLOT.left + x.scale(value) * (PLOT.right - PLOT.left),
    y: (value) => PLOT.bottom - y.scale(value) * (PLOT.bottom - PLOT.top),
  };
}

/** A chart with its axes; the lines in it and their names are its own affair. */
export function framed(x: Axis, y: Axis, description: string, drawn: Markup): Markup {
  const frame = frameOf(x, y);
  return markup`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${description}">
<g>${y.ticks.map(({ at, label }) => yTick(frame.y(at), label))}</g>
<g>${x.ticks.map(({ at, label }) => xTick(frame.x(at), label))}</g>
<text class="tick" x="${PLOT.left - 8}" y="10" text-anchor="end">${y.name}</text>
<text class="tick" x="${WIDTH}" y="${PLOT.bottom + 19}" text-anchor="end">${x.name}</text>
${drawn}
</svg>`;
}

const yTick = (y: number, label: string) =>
  markup`<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${px(y)}" y2="${px(y)}"/><text class="tick" x="${
    PLOT.left - 8
  }" y="${px(y + 4)}" text-anchor="end">${label}</text>`;

const xTick = (x: number, label: string) =>
  markup`<line class="grid" x1="${px(x)}" x2="${px(x)}" y1="${PLOT.top}" y2="${PLOT.bottom}"/><text class="tick" x="${px(
    x,
  )}" y="${PLOT.bottom + 19}" text-anchor="middle">${label}</text>`;

/** A tenth of a pixel is as fine as anyone sees. */
export const px = (value: number) => value.toFixed(1);

export const pathOf = (points: readonly (readonly [x: number, y: number])[]) =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join(' ');
