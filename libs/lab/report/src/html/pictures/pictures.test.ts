import {
  invalidResults,
  layerWaterfall,
  madeUpResults,
  saturationResults,
  stackWaterfall,
  supplement,
  twoConfigurations,
} from '@jobly/lab/fixtures/results';
import { drawnPlot, picturesOf } from '.';

describe('the pictures of a run', () => {
  const pictures = picturesOf(twoConfigurations({ waterfalls: [stackWaterfall, layerWaterfall] }));

  it('are all its charts, each under a name of its own', () => {
    const names = pictures.map(({ name }) => name);
    expect(names).toEqual([
      'forest',
      'percentiles-get-companies-handle-as-deployed',
      'percentiles-get-jobs-id-as-deployed',
      'percentiles-get-companies-namelike-as-deployed',
      'percentiles-a-mix-of-reads-and-writes-equal-cpu',
      'percentiles-get-jobs-id-equal-cpu',
      'waterfall-get-jobs-id-time-of-a-request',
      'waterfall-get-jobs-id-median-time-of-a-request',
    ]);
    expect(picturesOf(saturationResults()).map(({ name }) => name)).toEqual([
      'forest',
      'throughput-p50-get-companies-handle-as-deployed',
      'throughput-p99-get-companies-handle-as-deployed',
    ]);
    expect(picturesOf(madeUpResults(supplement)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['timeline-one-dies-and-one-is-added', 'tradeoff-what-it-costs-to-know-at-once']),
    );
  });

  it('are whole SVG files that need nothing from outside', () => {
    const others = [saturationResults(), madeUpResults(supplement)].flatMap(picturesOf);
    for (const { svg } of [...pictures, ...others]) {
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" .*<\/svg>\n$/s);
      expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|@import|url\(|href/);
      expect(svg).not.toContain('var(');
      const styled = /<style>(.*)<\/style>/s.exec(svg)![1]!;
      const classes = [...svg.matchAll(/ class="([^"]+)"/g)].flatMap(([, names]) =>
        names!.split(/\s+/).filter(Boolean),
      );
      const unknown = classes.filter((name) => !styled.includes(`.${name}`) && name !== 'chart');
      expect([...new Set(unknown)]).toEqual([]);
    }
  });

  it('have what a run is about in their title, and say of an invalid one that it is', () => {
    expect(pictures[0]!.svg).toContain('As deployed: micro’s response p50');
    for (const { svg } of picturesOf(invalidResults())) expect(svg).toContain('The run is invalid');
    const [cut] = picturesOf(invalidResults({ outcome: 'failed' }));
    expect(cut!.svg).toContain('The run is incomplete');
  });

  it('have no line of text that is wider than they are, in any usual font', () => {
    for (const { svg } of pictures) {
      const width = Number(/ width="(\d+)"/.exec(svg)![1]);
      for (const [, line] of svg.matchAll(/<text class="title"[^>]*>([^<]+)</g)) {
        expect(8.6 * line!.length).toBeLessThan(width);
      }
    }
  });

  it('escape whatever the results say', () => {
    const [workload, ...others] = madeUpResults().workloads;
    const nasty = madeUpResults({ workloads: [{ ...workload!, operation: '<img src=x>"' }, ...others] });
    for (const { svg } of picturesOf(nasty)) expect(svg).not.toContain('<img');
  });
});

describe('the picture of a plot that belongs to no run', () => {
  const plot = {
    title: 'What it would take',
    note: 'Calculated.',
    x: { name: 'rate', unit: '/s' },
    y: { name: 'CPUs', unit: 'CPUs' },
    lines: ['monolith', 'soa', 'micro'].map((name, index) => ({
      name,
      points: [1, 2].map((x) => ({ x, y: x + index, low: x, high: x + 2 * index })),
    })),
  };

  it('has the colours that the stacks have everywhere, and an interval for each point', () => {
    const svg = drawnPlot(plot, false);
    expect([...svg.matchAll(/<g class="(arm-\d)">/g)].map(([, accent]) => accent)).toEqual(['arm-0', 'arm-2', 'arm-1']);
    expect(svg.match(/class="whisker"/g)).toHaveLength(6);
    expect(svg).not.toContain('do not count');
  });

  it('is as wide as its reader has room', () => {
    const widthOf = (narrow: boolean) => Number(/width="(\d+)"/.exec(drawnPlot(plot, narrow))![1]);
    expect(widthOf(true)).toBeLessThan(390);
    expect(widthOf(false)).toBeGreaterThan(500);
  });
});
