import type { DrawnArrow, DrawnBox } from '../../../api/architecture';
import { laidOut } from './layout';

const box = (id: string, kind: DrawnBox['kind'] = 'process'): DrawnBox => ({ id, kind, name: id });
const arrow = (from: string, to: string, kind: DrawnArrow['kind'] = 'request'): DrawnArrow => ({
  ...{ from, to, kind, labels: [] },
});

const services = {
  boxes: [
    ...['client', 'front', 'a', 'b', 'c'].map((id) => box(id, id === 'client' ? 'client' : 'process')),
    box('data', 'database'),
  ],
  arrows: [
    ...[arrow('client', 'front'), arrow('front', 'a'), arrow('front', 'b'), arrow('front', 'c')],
    ...[arrow('a', 'c'), arrow('b', 'c'), arrow('c', 'b', 'event'), arrow('c', 'data', 'tables')],
  ],
};

const placeOf = (layout: ReturnType<typeof laidOut>, id: string) => layout.boxes.find((one) => one.box.id === id)!;

test('what clients ask is above the rest, and a database below its process', () => {
  const layout = laidOut(services, 600);
  const [front, c, data] = ['front', 'c', 'data'].map((id) => placeOf(layout, id));
  expect(front!.top + front!.height).toBeLessThan(c!.top);
  expect(c!.top + c!.height).toBeLessThan(data!.top);
  expect([data!.left, data!.width]).toEqual([c!.left, c!.width]);
});

test('what talks to each other is beside each other', () => {
  const layout = laidOut(services, 600);
  const order = ['a', 'b', 'c'].toSorted((one, other) => placeOf(layout, one).left - placeOf(layout, other).left);
  expect(order[1]).toBe('c');
});

test.each([340, 600, 1_200])('nothing overlaps or is outside at a width of %i px', (width) => {
  const { boxes, height } = laidOut(services, width);
  for (const one of boxes) {
    expect(one.left).toBeGreaterThanOrEqual(0);
    expect(one.left + one.width).toBeLessThanOrEqual(width + 0.001);
    expect(one.top + one.height).toBeLessThanOrEqual(height);
    const overlapping = boxes.filter(
      (other) =>
        other !== one &&
        other.left < one.left + one.width &&
        one.left < other.left + other.width &&
        other.top < one.top + one.height &&
        one.top < other.top + other.height,
    );
    expect(overlapping).toEqual([]);
  }
});

test('arrows between the same two are one under the other, and end at the borders of their boxes', () => {
  const layout = laidOut(services, 600);
  const [b, c] = [placeOf(layout, 'b'), placeOf(layout, 'c')];
  const between = layout.lines.filter(({ arrow: { from, to } }) => [from, to].sort().join() === 'b,c');
  expect(new Set(between.map(({ from }) => from.y)).size).toBe(2);
  const gap = b.left < c.left ? [b.left + b.width, c.left] : [c.left + c.width, b.left];
  for (const { from, to } of between) {
    expect([from.x, to.x].toSorted((one, other) => one - other)).toEqual(gap);
  }
});

test('a single process stands alone with its modules inside', () => {
  const modules = ['users', 'jobs'].map((name): DrawnBox => ({ ...box(name, 'module'), within: 'whole' }));
  const layout = laidOut(
    { boxes: [box('client', 'client'), box('whole'), ...modules], arrows: [arrow('client', 'whole')] },
    300,
  );
  expect(layout.boxes.map(({ box: { id }, modules }) => [id, modules])).toEqual([['whole', ['users', 'jobs']]]);
});
