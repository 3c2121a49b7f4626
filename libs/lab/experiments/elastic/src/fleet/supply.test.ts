import { sampled } from './supply';

describe('the supply of replicas', () => {
  it('is that of the last change before the middle of each step', () => {
    const supply = [
      { atMs: 500, replicas: 1 },
      { atMs: 1_040, replicas: 2 },
      { atMs: 1_160, replicas: 3 },
      { atMs: 1_190, replicas: 2 },
    ];
    expect(sampled(supply, { fromMs: 1_000, durationMs: 400, stepMs: 100 })).toEqual([2, 2, 2, 2]);
    expect(sampled(supply, { fromMs: 980, durationMs: 300, stepMs: 100 })).toEqual([1, 2, 2]);
  });

  it('is none before the first replica is ready', () => {
    expect(sampled([{ atMs: 160, replicas: 1 }], { fromMs: 0, durationMs: 300, stepMs: 100 })).toEqual([0, 0, 1]);
  });
});
