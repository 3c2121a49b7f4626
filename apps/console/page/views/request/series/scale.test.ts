import { logScale } from './scale';

const values = ({ ticks }: ReturnType<typeof logScale>) => ticks.map(({ value }) => value);

describe('a logarithmic axis', () => {
  it('reaches from a round number below all values to one above', () => {
    expect(values(logScale([1.2, 3, 18], 300))).toEqual([1, 2, 5, 10, 20]);
    expect(values(logScale([0.3], 300))).toEqual([0.2, 0.5]);
    expect(values(logScale([1, 10], 300))).toEqual([1, 2, 5, 10]);
  });

  it('has the same distance for the same ratio', () => {
    const { at } = logScale([1, 100], 400);
    expect(at(1)).toBe(0);
    expect(at(10)).toBeCloseTo(200);
    expect(at(100)).toBeCloseTo(400);
  });

  it('is there before there are values', () => expect(values(logScale([], 100))).toEqual([1, 10]));

  it('leaves out labels for which there is no room', () => {
    const labelled = (width: number) => logScale([1, 1_000], width).ticks.filter(({ isLabelled }) => isLabelled).length;
    expect(labelled(1_000)).toBe(10);
    expect(labelled(100)).toBeLessThan(4);
  });
});
