import type { Results } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { axisOver } from '../curves/axis';
import { type Frame, frameOf, framed, px, type Size } from '../curves/frame';
import { whisker } from '../curves/whisker';
import { type Markup, markup } from '../markup';

type Tradeoff = Results['tradeoffs'][number];

/** The height of a name, and the approximate width of the longest ones. */
const NAME = { height: 14, width: 130 };

/** Every choice as a dot with its name, and the interval of an estimate: its cost to the right, what it leaves open upwards. */
export function tradeoffChart({ x, y, points }: Tradeoff, said: string, accents: Accents, size: Size): Markup {
  const across = axisOver(
    points.map((point) => point.x),
    x.unit,
  );
  const up = axisOver(
    points.flatMap(({ y: estimate, interval }) => (interval ? [interval.low, interval.high] : [estimate])),
    y.unit,
  );
  const frame = frameOf(across, up, size);
  const names = placesFor(points, frame);
  const drawn = points.map(
    (point, index) =>
      markup`<g class="${accents(point.name)}">${point.interval && whisker(frame, frame.x(point.x), point.interval)}<circle class="dot" cx="${px(frame.x(point.x))}" cy="${px(frame.y(point.y))}" r="4"/>${nameAt(point.name, names[index]!)}</g>`,
  );
  return framed(across, up, frame, said, markup`${drawn}`);
}

interface Place {
  x: number;
  y: number;
  anchor: 'start' | 'end';
}

const nameAt = (name: string, { x, y, anchor }: Place) =>
  markup`<text class="name" x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${name}</text>`;

/** Beside the dots, on the side with more room, and higher where two names would overlap. */
function placesFor(points: Tradeoff['points'], frame: Frame): Place[] {
  const taken: Place[] = [];
  return points.map((point) => {
    const left = frame.x(point.x);
    const anchor = left > frame.size.width / 2 ? 'end' : 'start';
    const place: Place = { x: left + (anchor === 'end' ? -8 : 8), y: frame.y(point.y) + 4, anchor };
    const isNear = (other: Place) =>
      Math.abs(other.x - place.x) < NAME.width && Math.abs(other.y - place.y) < NAME.height;
    for (let tries = 0; tries < points.length && taken.some(isNear); tries++) place.y -= NAME.height;
    taken.push(place);
    return place;
  });
}
