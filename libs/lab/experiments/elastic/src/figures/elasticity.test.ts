import { elasticityOf } from './elasticity';

const STEP_MS = 1_000;
const of = (demand: number[], supply: number[]) => elasticityOf(demand, supply, STEP_MS);

describe('the figures of elasticity', () => {
  it('are all nothing where supply is demand', () => {
    expect(of([1, 2, 3, 1], [1, 2, 3, 1])).toEqual({
      ...{ accuracyU: 0, accuracyO: 0, timeshareU: 0, timeshareO: 0, jitter: 0, shortageMs: null },
    });
  });

  it('average what is missing and what is too much over the whole time', () => {
    const { accuracyU, accuracyO, timeshareU, timeshareO } = of([1, 3, 3, 3, 1, 1, 1, 1], [1, 1, 2, 3, 3, 3, 2, 1]);
    expect({ accuracyU, accuracyO }).toEqual({ accuracyU: 3 / 8, accuracyO: 5 / 8 });
    expect({ timeshareU, timeshareO }).toEqual({ timeshareU: 2 / 8, timeshareO: 3 / 8 });
  });

  it('tell how long a shortage lasts on average', () => {
    expect(of([2, 2, 2, 1, 2, 1], [1, 1, 1, 1, 1, 1]).shortageMs).toBe(2_000);
  });

  it('count how much more often supply changes than demand', () => {
    const times = (count: number, replicas: number) => Array.from({ length: count }, () => replicas);
    expect(of(times(60, 1), [...times(30, 1), ...times(15, 2), ...times(15, 1)]).jitter).toBe(2);
    expect(of([...times(30, 1), ...times(30, 2)], times(60, 2)).jitter).toBe(-1);
  });
});
