import { type Markup, markup } from '../markup';
import type { Scale } from '../scale';

export interface Size {
  width: number;
  height: number;
}

/** As wide as a page on a phone, so that text in a chart keeps its size everywhere. */
export const ON_A_PAGE: Size = { width: 344, height: 232 };

/** The margins of the plot: the right one holds the names of lines, and the name of the x axis ends there too. */
const ROOM = { left: 44, right: 86, top: 22, bottom: 32 };

/** The width of a digit in a label, and the least distance between two labels. */
const DIGIT = 7;
const APART = 6;

export interface Axis {
  scale: Scale;
  ticks: { at: number; label: string }[];
  name: string;
}

/** Maps values to positions in a chart of some size. */
export interface Frame {
  x(value: number): number;
  y(value: number): number;
  /** The position of the x axis. */
  bottom: number;
  size: Size;
}

export function frameOf(x: Axis, y: Axis, size: Size): Frame {
  const [right, bottom] = [size.width - ROOM.right, size.height - ROOM.bottom];
  return {
    x: (value) => ROOM.left + x.scale(value) * (right - ROOM.left),
    y: (value) => bottom - y.scale(value) * (bottom - ROOM.top),
    bottom,
    size,
  };
}

/** A chart with its axes; the caller draws the lines and their names. */
export function framed(x: Axis, y: Axis, frame: Frame, description: string, drawn: Markup): Markup {
  const { width, height } = frame.size;
  return markup`<svg class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${description}">
<g>${y.ticks.map(({ at, label }) => yTick(frame, frame.y(at), label))}</g>
<g>${withRoom(x.ticks, frame).map(({ at, label }) => xTick(frame, frame.x(at), label))}</g>
<text class="tick" x="0" y="10">${y.name}</text>
<text class="tick" x="${width}" y="${height - 13}" text-anchor="end">${x.name}</text>
${drawn}
</svg>`;
}

/** Only every second label, or third, and so on, where they would touch each other; the lines stay. */
function withRoom(ticks: Axis['ticks'], frame: Frame): Axis['ticks'] {
  const half = ({ label }: Axis['ticks'][number]) => (label.length * DIGIT) / 2;
  const touch = (kept: Axis['ticks']) =>
    kept.slice(1).some((tick, index) => {
      const before = kept[index]!;
      return frame.x(tick.at) - half(tick) < frame.x(before.at) + half(before) + APART;
    });
  let every = 1;
  while (touch(ticks.filter((_, index) => index % every === 0))) every++;
  return ticks.map(({ at, label }, index) => ({ at, label: index % every === 0 ? label : '' }));
}

const yTick = ({ size }: Frame, y: number, label: string) =>
  markup`<line class="grid" x1="${ROOM.left}" x2="${size.width - ROOM.right}" y1="${px(y)}" y2="${px(y)}"/><text class="tick" x="${
    ROOM.left - 8
  }" y="${px(y + 4)}" text-anchor="end">${label}</text>`;

const xTick = ({ size, bottom }: Frame, x: number, label: string) =>
  markup`<line class="grid" x1="${px(x)}" x2="${px(x)}" y1="${ROOM.top}" y2="${bottom}"/><text class="tick" x="${px(
    x,
  )}" y="${size.height - 13}" text-anchor="middle">${label}</text>`;

/** A tenth of a pixel is the finest that anyone sees. */
export const px = (value: number) => value.toFixed(1);

export const pathOf = (points: readonly (readonly [x: number, y: number])[]) =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join(' ');
