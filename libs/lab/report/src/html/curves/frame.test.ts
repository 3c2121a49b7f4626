import { markup } from '../markup';
import { linearScale } from '../scale';
import { type Axis, frameOf, framed, ON_A_PAGE } from './frame';

/** The width of a digit at 12 px in DejaVu Sans, the widest of the usual fonts. */
const DIGIT = 6.9;

const axis = (most: number, step: number): Axis => ({
  scale: linearScale(0, most),
  ticks: Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step).map((at) => ({
    at,
    label: at.toLocaleString('en'),
  })),
  name: 'requests/s',
});

it('labels of an axis do not touch each other, however many ticks it has, and each tick keeps its line', () => {
  const [x, y] = [axis(1_450, 200), axis(50, 10)];
  const svg = framed(x, y, frameOf(x, y, ON_A_PAGE), '', markup``).toString();
  const labels = [...svg.matchAll(/<text class="tick" x="([\d.]+)" y="[\d.]+" text-anchor="middle">([\d,]+)</g)];
  const ends = labels.map(([, at, label]) => [Number(at), (label!.length * DIGIT) / 2] as const);
  expect(ends.length).toBeGreaterThan(3);
  for (const [index, [at, half]] of ends.slice(1).entries()) {
    const [before, halfBefore] = ends[index]!;
    expect(at - half).toBeGreaterThan(before + halfBefore);
  }
  const [last, half] = ends.at(-1)!;
  expect(last + half).toBeLessThan(ON_A_PAGE.width - x.name.length * DIGIT);
  expect(svg.match(/<line class="grid"/g)).toHaveLength(x.ticks.length + y.ticks.length);
});
