import type { Graph } from '@jobly/lab/results';
import { type Layout, placed, type PlacedArrow, type PlacedBox, type Size } from './placed';
import { LINE, sizeOf } from './sizes';

type Box = Graph['boxes'][number];

/** The room around the boxes in a frame; above them stands its title. */
const ROOM = 8;

/** Places boxes from top to bottom, first those in a frame, and then the frames as boxes themselves. */
export function laidOut({ boxes, arrows }: Graph): Layout {
  const outermost = (id: string) => boxes.find((box) => box.id === id)?.within ?? id;
  const frames = new Map<string, Layout>();
  for (const [frame, inside] of Map.groupBy(boxes, ({ within }) => within)) {
    if (frame === undefined) continue;
    const isInside = (id: string) => inside.some((box) => box.id === id);
    const between = arrows.filter(({ from, to }) => isInside(from) && isInside(to));
    frames.set(frame, placed(inside, between, sizeOf));
  }
  const outside = arrows.filter(({ from, to }) => outermost(from) !== outermost(to));
  const sizeOfFrame = (box: Box) => framed(frames.get(box.id)) ?? sizeOf(box);
  const whole = placed(
    boxes.filter(({ within }) => within === undefined),
    outside,
    sizeOfFrame,
    outermost,
  );
  const inner = whole.boxes.flatMap(({ box, left, top }) => {
    const layout = frames.get(box.id);
    return layout ? [moved(layout, left + ROOM, top + ROOM + LINE)] : [];
  });
  return {
    ...whole,
    boxes: [...whole.boxes, ...inner.flatMap((layout) => layout.boxes)],
    arrows: [...whole.arrows, ...inner.flatMap((layout) => layout.arrows)],
  };
}

const framed = (inner: Layout | undefined): Size | undefined =>
  inner && { width: inner.width + 2 * ROOM, height: inner.height + 2 * ROOM + LINE };

function moved({ boxes, arrows }: Layout, right: number, down: number) {
  const shifted = ({ x, y }: { x: number; y: number }) => ({ x: x + right, y: y + down });
  return {
    boxes: boxes.map((box): PlacedBox => ({ ...box, left: box.left + right, top: box.top + down })),
    arrows: arrows.map(({ arrow, points, label }): PlacedArrow => ({
      arrow,
      points: points.map(shifted),
      label: shifted(label),
    })),
  };
}
