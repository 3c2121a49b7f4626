import { axisOver } from '../curves/axis';
import { type Axis, frameOf, framed, pathOf, type Size } from '../curves/frame';
import { lineNames } from '../curves/line-names';
import { type Markup, markup } from '../markup';
import type { Timeline } from './stacked';

type Panel = Required<Timeline>['panels'][number];
type Line = Panel['lines'][number];

/** Room for the axes and a few steps between them. */
export const PANEL_HEIGHT = 124;

/** The muted colour of dashed lines, which are there to be compared with. */
const MUTED = 'arm-7';

/** Lines beneath a timeline, over the same time and with a scale of their own. */
export function panelChart({ name, unit, lines }: Panel, time: Axis, width: number): Markup {
  const size: Size = { width, height: PANEL_HEIGHT };
  const said = unit ? `${name}, ${unit}` : name;
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value));
  const up = axisOver(values.length > 0 ? values : [1], said);
  const frame = frameOf(time, up, size);
  const solid = lines.filter(({ dashed }) => !dashed);
  const colours = new Map(lines.map((line) => [line.name, line.dashed ? MUTED : `arm-${solid.indexOf(line)}`]));
  const colourOf = (line: string) => colours.get(line)!;
  const drawn = lines.map((line) => {
    const placed = cornersOf(line).map(({ ms, value }) => [frame.x(ms / 1_000), frame.y(value)] as const);
    return markup`<g class="${colourOf(line.name)}"><path class="line${line.dashed ? ' again' : ''}" d="${pathOf(placed)}"/></g>`;
  });
  const ends = lines
    .filter(({ points }) => points.length > 0)
    .map((line) => ({ arm: line.name, x: frame.x(time.scale.high), y: frame.y(line.points.at(-1)!.value) }));
  return framed(time, up, frame, said, markup`${drawn}${lineNames(ends, colourOf)}`);
}

/** A value that holds until the next one has a corner there. */
function cornersOf({ points, stepped }: Line): Line['points'] {
  if (!stepped) return points;
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    return before ? [{ ms: point.ms, value: before.value }, point] : [point];
  });
}
