import { scaleOf, STEPS, stepOf, valueAt } from './scales';

const limits = { least: 0, most: 1_000 };
const rate = scaleOf('rate', limits);

describe('a slider', () => {
  it.each(['rate', 'reads', 'roundTrip', 'replicas', 'unheard-of'])('of %s goes from end to end', (name) => {
    const scale = scaleOf(name, limits);
    expect([valueAt(scale, 0), valueAt(scale, STEPS)]).toEqual([scale.from, scale.to]);
    expect([stepOf(scale, scale.from), stepOf(scale, scale.to)]).toEqual([0, STEPS]);
  });

  it('spends as much way on each factor of ten where factors matter', () => {
    expect([1, 10, 100, 1_000].map((value) => stepOf(rate, value))).toEqual([0, 40, 80, 120]);
  });

  it('stands at an end for what lies beyond it, nothing included', () => {
    expect([0, 0.5, 1e6].map((value) => stepOf(rate, value))).toEqual([0, 0, STEPS]);
  });

  it('gives values that somebody would write', () => {
    for (let step = 0; step <= STEPS; step++) expect(String(valueAt(rate, step)).length).toBeLessThanOrEqual(6);
  });
});
