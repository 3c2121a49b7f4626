import { madeUpResults, supplement } from '@jobly/lab/fixtures/results';
import { picturesOf, renderReport } from '..';

const page = renderReport([madeUpResults(supplement)]);
const shown = /<section class="plot evidence">.*?<\/section>/s.exec(page)![0];
const drawings = [...shown.matchAll(/<svg class="chart".*?<\/svg>/gs)].map(([svg]) => svg);
const { points } = supplement.plots[0]!.lines[0]!;

/** The ends of each interval of a drawing, from the lower one to the upper one, and its dot. */
function marksIn(svg: string) {
  const whiskers = [...svg.matchAll(/class="whisker" d="M[\d.]+ (-?[\d.]+) h5 m-2.5 0 V(-?[\d.]+)/g)];
  const dots = [...svg.matchAll(/<circle class="dot[^"]*" cx="[\d.]+" cy="(-?[\d.]+)"/g)];
  return whiskers.map(([, low, high], index) => ({
    low: Number(low),
    high: Number(high),
    dot: Number(dots[index]![1]),
  }));
}

describe('a plot', () => {
  it('is drawn once for a phone and once for a wider page, with what its axes and its dashes mean', () => {
    expect(drawings).toHaveLength(2);
    expect(shown).toContain(
      'With 95 % intervals. Dashed: without admission control. To the right: offered, × peak. Upwards: good, %.',
    );
  });

  it('has an interval around each of its points, in proportion and within the drawing', () => {
    for (const svg of drawings) {
      const marks = marksIn(svg);
      expect(marks).toHaveLength(4);
      const height = Number(/ height="(\d+)"/.exec(svg)![1]);
      for (const { low, high, dot } of marks) {
        expect(low).toBeLessThan(height);
        expect(high).toBeGreaterThan(0);
        expect((low - dot) / (dot - high)).toBeCloseTo(1, 1);
      }
      const [one, other] = marks;
      const scale = (one!.low - one!.high) / (points[0]!.high - points[0]!.low);
      expect(other!.low - other!.high).toBeCloseTo(scale * (points[1]!.high - points[1]!.low), 0);
    }
  });

  it('draws a dashed line in the colour of its namesake, and names only the other', () => {
    const [svg] = drawings;
    expect(svg).toMatch(/<g class="arm-0"><path class="line"/);
    expect(svg).toMatch(/<g class="arm-0"><path class="line again"/);
    expect(svg!.match(/<tspan[^>]*>monolith<\/tspan>/g)).toHaveLength(1);
  });

  it('has equal steps for equal factors on a logarithmic axis, and says so', () => {
    const [plot] = supplement.plots;
    const at = (x: number) => ({ x, y: x, low: x / 2, high: x * 2 });
    const lines = [{ name: 'monolith', points: [at(1), at(100), at(10_000)] }];
    const axes = { x: { ...plot!.x, scale: 'log' as const }, y: { ...plot!.y, scale: 'log' as const } };
    const drawn = renderReport([madeUpResults({ ...supplement, plots: [{ ...plot!, ...axes, lines }] })]);
    const svg = /<section class="plot evidence">.*?<\/svg>/s.exec(drawn)![0];
    const places = [...svg.matchAll(/<circle class="dot" cx="([\d.]+)" cy="([\d.]+)"/g)];
    for (const axis of [1, 2]) {
      const [first, second, third] = places.map((place) => Number(place[axis]));
      expect(third! - second!).toBeCloseTo(second! - first!, 0);
      expect(second).not.toBe(first);
    }
    expect(svg).toContain('To the right: offered, × peak, on a logarithmic axis.');
  });

  it('is a picture of its own', () => {
    const names = picturesOf(madeUpResults(supplement)).map(({ name }) => name);
    expect(names).toContain('plot-what-is-left-of-it');
  });
});
