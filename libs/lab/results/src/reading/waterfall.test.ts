import { layerWaterfall, stackWaterfall } from '../rich-results.fixture';
import { differencesOf, stepsOf, totalOf } from './waterfall';

describe('a waterfall', () => {
  it('goes from nothing to the whole, where it is of one arm', () => {
    const steps = stepsOf(layerWaterfall);
    expect(steps[0]).toEqual({ name: 'HTTP on node:http', kind: 'part', from: 0, to: 0.21 });
    expect(steps.at(-1)).toMatchObject({ name: 'gateway', kind: 'whole', from: 0 });
    expect(steps.at(-2)!.to).toBeCloseTo(steps.at(-1)!.to);
  });

  it('goes from one arm to the other, where it is of two', () => {
    const [base, other] = stackWaterfall.arms as [
      (typeof stackWaterfall.arms)[number],
      (typeof stackWaterfall.arms)[number],
    ];
    const steps = stepsOf(stackWaterfall);
    expect(steps.map(({ kind }) => kind)).toEqual(['whole', ...Array<string>(7).fill('part'), 'whole']);
    expect(steps[1]!.from).toBe(totalOf(base));
    expect(steps.at(-2)!.to).toBeCloseTo(totalOf(other));
    const differences = differencesOf(base, other);
    expect(differences.map(({ name }) => name)).toEqual(other.parts.map(({ name }) => name));
    expect(differences[0]).toEqual({ name: 'gateway', base: null, other: 0.52, difference: 0.52 });
  });
});
