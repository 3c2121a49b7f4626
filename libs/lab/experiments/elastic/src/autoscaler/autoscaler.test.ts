import { createAutoscaler } from './autoscaler';

const autoscaler = (most = 10) => {
  const decide = createAutoscaler({ perReplica: 100, least: 1, most }, 5_000);
  /** All replicas are ready and have the same metric. */
  return (atMs: number, current: number, metric: number) =>
    decide({ current, metrics: Array.from({ length: current }, () => metric), starting: 0 }, atMs);
};

describe('an autoscaler', () => {
  it('follows a load upwards at once', () => {
    expect(autoscaler()(0, 2, 200)).toBe(4);
  });

  it('goes down only to the highest recommendation of the stabilisation window', () => {
    const decide = autoscaler();
    expect(decide(0, 2, 200)).toBe(4);
    expect(decide(1_000, 4, 25)).toBe(4);
    expect(decide(2_000, 4, 60)).toBe(4);
    // The first has left the window, the third has not.
    expect(decide(5_500, 4, 25)).toBe(3);
    expect(decide(7_500, 3, 30)).toBe(1);
  });

  it('never recommends more while it stabilises, than there are', () => {
    const decide = autoscaler();
    expect(decide(0, 4, 200)).toBe(8);
    // Somebody has taken them away meanwhile.
    expect(decide(1_000, 2, 100)).toBe(2);
  });

  it('adds at most four at a time, or as many as there are', () => {
    expect(autoscaler(100)(0, 1, 2_000)).toBe(5);
    expect(autoscaler(100)(0, 8, 2_000)).toBe(16);
  });

  it('keeps to its bounds', () => {
    expect(autoscaler(3)(0, 2, 200)).toBe(3);
    expect(autoscaler()(0, 1, 0)).toBe(1);
  });
});
