import { madeUpResults, supplement } from '@jobly/lab/fixtures/results';
import { picturesOf, renderReport } from '..';

const results = madeUpResults(supplement);
const pathsIn = (text: string) => [...text.matchAll(/<path class="line( again)?" d="([^"]+)"/g)];

describe('a panel beneath a timeline', () => {
  const svg = picturesOf(results).find(({ name }) => name.startsWith('timeline-'))!.svg;

  it('is part of the same picture, on the same time axis', () => {
    const charts = [...svg.matchAll(/<svg class="chart".*?<\/svg>/gs)].map(([chart]) => chart);
    expect(charts).toHaveLength(2);
    const [above, beneath] = charts.map((chart) => [...chart.matchAll(/<line class="grid" x1="([\d.]+)" x2="\1"/g)]);
    expect(beneath!.map(([, x]) => x)).toEqual(above!.map(([, x]) => x));
    expect(Number(/^<svg[^>]* height="(\d+)"/.exec(svg)![1])).toBeGreaterThan(300 + 124);
  });

  it('holds a value until the next one, and names its lines', () => {
    const [[, , ready], [, dashed]] = pathsIn(svg) as [RegExpMatchArray, RegExpMatchArray];
    const points = [...ready!.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => ({ x, y }));
    expect(points).toHaveLength(5);
    expect(points[1]).toEqual({ x: points[2]!.x, y: points[0]!.y });
    expect(dashed).toBe(' again');
    for (const name of ['ready', 'needed']) expect(svg).toMatch(new RegExp(`<tspan[^>]*>${name}</tspan>`));
  });

  it('is on the page, too', () => {
    expect(pathsIn(renderReport([results])).length).toBeGreaterThanOrEqual(2);
    expect(renderReport([results])).toMatch(/aria-label="replicas"/);
  });
});
