import type { Results } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { axisOf } from '../curves/axis';
import { type Frame, frameOf, framed, pathOf, px, type Size } from '../curves/frame';
import { lineNames } from '../curves/line-names';
import { whisker } from '../curves/whisker';
import { type Markup, markup } from '../markup';

type Line = Results['plots'][number]['lines'][number];

/** The distance between the intervals of two lines at one place. */
const APART = 5;

/** Every line with the interval of each of its points; dashed lines have the colour of their namesakes, and no name. */
export function plotChart(
  { x, y, lines }: Results['plots'][number],
  said: string,
  accents: Accents,
  size: Size,
): Markup {
  const points = lines.flatMap((line) => line.points);
  const across = axisOf(
    points.map((point) => point.x),
    x,
  );
  const up = axisOf(
    points.flatMap(({ low, high }) => [low, high]),
    y,
  );
  const frame = frameOf(across, up, size);
  // Beside each other, because intervals at one place would hide each other.
  const drawn = lines.map((line, index) => lineOf(frame, line, accents, APART * (index - (lines.length - 1) / 2)));
  const ends = lines
    .filter(({ dashed, points: measured }) => !dashed && measured.length > 0)
    .map(({ name, points: measured }) => ({
      arm: name,
      x: frame.x(across.scale.high),
      y: frame.y(measured.at(-1)!.y),
    }));
  return framed(across, up, frame, said, markup`${drawn}${lineNames(ends, accents)}`);
}

function lineOf(frame: Frame, { name, dashed, points }: Line, accents: Accents, aside: number): Markup {
  const again = dashed ? ' again' : '';
  const placed = points.map((point) => ({ ...point, left: frame.x(point.x) + aside, top: frame.y(point.y) }));
  const intervals = placed.map(({ left, ...interval }) => whisker(frame, left, interval));
  const dots = placed.map(
    ({ left, top }) => markup`<circle class="dot${again}" cx="${px(left)}" cy="${px(top)}" r="2.5"/>`,
  );
  const path = pathOf(placed.map(({ left, top }) => [left, top] as const));
  return markup`<g class="${accents(name)}"><path class="line${again}" d="${path}"/>${intervals}${dots}</g>`;
}
