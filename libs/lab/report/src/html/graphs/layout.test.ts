import { shopGraph } from '@jobly/lab/fixtures/results';
import { laidOut } from './layout';
import type { PlacedBox, Point } from './placed';
import { LINE } from './sizes';

type Rectangle = Omit<PlacedBox, 'box'>;

const overlap = (one: Rectangle, other: Rectangle) =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;

const holds = (outer: Rectangle, inner: Rectangle) =>
  outer.left <= inner.left &&
  outer.top <= inner.top &&
  inner.left + inner.width <= outer.left + outer.width &&
  inner.top + inner.height <= outer.top + outer.height;

/** How far a point is from the border, in the direction in which it is nearest. */
const fromBorder = ({ x, y }: Point, { left, top, width, height }: Rectangle) =>
  Math.min(...[x - left, x - left - width, y - top, y - top - height].map(Math.abs));

describe('the layout of a graph', () => {
  const { width, height, boxes, arrows } = laidOut(shopGraph);
  const boxOf = (id: string) => boxes.find(({ box }) => box.id === id)!;

  it('keeps boxes apart, and modules in their process', () => {
    const apart = boxes.filter(({ box }) => box.id !== 'shop');
    for (const one of apart) {
      for (const other of apart) if (one !== other) expect(overlap(one, other)).toBe(false);
    }
    const { top, ...shop } = boxOf('shop');
    const belowItsTitle = { ...shop, top: top + LINE, height: shop.height - LINE };
    for (const id of ['orders', 'stock']) expect(holds(belowItsTitle, boxOf(id))).toBe(true);
    for (const id of ['client', 'db']) expect(overlap(boxOf('shop'), boxOf(id))).toBe(false);
  });

  it('is large enough for everything', () => {
    for (const box of boxes) expect(holds({ left: 0, top: 0, width, height }, box)).toBe(true);
  });

  it('leads every arrow from border to border, also of a process with modules in it', () => {
    for (const { arrow, points } of arrows) {
      expect(fromBorder(points[0]!, boxOf(arrow.from))).toBeLessThan(1);
      expect(fromBorder(points.at(-1)!, boxOf(arrow.to))).toBeLessThan(1);
    }
  });

  it('is the same each time', () => {
    expect(laidOut(shopGraph)).toEqual(laidOut(shopGraph));
  });
});
