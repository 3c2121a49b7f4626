import { seededRandom } from '../statistics/random';
import { dueTimes } from './arrivals';

const arrivals = { rate: 200, durationMs: 5_000, leadInMs: 500 } as const;

describe.each(['constant', 'poisson'] as const)('%s arrivals', (process) => {
  const due = dueTimes({ ...arrivals, process }, seededRandom(1));

  it('are as many as rate and time say, those of the lead-in before 0', () => {
    expect(due.filter((time) => time < 0)).toHaveLength(100);
    expect(due.filter((time) => time >= 0)).toHaveLength(1_000);
  });

  it('ascend within their time', () => {
    expect([...due]).toEqual([...due].sort((a, b) => a - b));
    expect(due[0]).toBeGreaterThanOrEqual(-500);
    expect(due.at(-1)).toBeLessThan(5_000);
  });

  it('are the same for the same seed and others for another', () => {
    expect(dueTimes({ ...arrivals, process }, seededRandom(1))).toEqual(due);
    expect(dueTimes({ ...arrivals, process }, seededRandom(2))).not.toEqual(due);
  });
});

const gapsOf = (process: 'constant' | 'poisson') => {
  const due = dueTimes({ process, rate: 1_000, durationMs: 20_000, leadInMs: 0 }, seededRandom(3));
  return due.slice(1).map((time, index) => time - due[index]!);
};

it('constant arrivals are all equally far apart', () => {
  for (const gap of gapsOf('constant')) expect(gap).toBeCloseTo(1, 9);
});

it('gaps between Poisson arrivals are exponential: 63 % are shorter than the mean, 95 % than three times the mean', () => {
  const gaps = gapsOf('poisson');
  const shareBelow = (limit: number) => gaps.filter((gap) => gap < limit).length / gaps.length;
  expect(shareBelow(1)).toBeCloseTo(1 - Math.exp(-1), 2);
  expect(shareBelow(3)).toBeCloseTo(1 - Math.exp(-3), 2);
});
