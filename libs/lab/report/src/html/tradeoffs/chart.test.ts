import { tradeoffChart } from './chart';

type Points = Parameters<typeof tradeoffChart>[0]['points'];

const svgOf = (points: Points) => {
  const axes = { x: { name: 'age', unit: 's' }, y: { name: 'CPU', unit: 'µs' } };
  return String(
    tradeoffChart({ title: '', note: '', ...axes, points }, '', () => 'arm-0', { width: 560, height: 340 }),
  );
};

describe('a trade-off', () => {
  it('has an interval around each estimate, within the drawing, and none around what was counted', () => {
    const svg = svgOf([
      { name: 'call', x: 0, y: 900, interval: { low: 100, high: 1_700 } },
      { name: 'cached', x: 3, y: 400 },
    ]);
    expect(svg.match(/class="dot"/g)).toHaveLength(2);
    const [, low, high, ...others] = /class="whisker" d="M[\d.]+ ([\d.]+) h5 m-2.5 0 V([\d.]+)/.exec(svg)!.map(Number);
    expect(others).toEqual([]);
    expect(low).toBeLessThan(340);
    expect(high).toBeGreaterThan(0);
    expect(svg.match(/class="whisker"/g)).toHaveLength(1);
  });
});
