import { responseP50, responseP99, throughput } from '@jobly/lab/results';
import { measuredBlock } from '@jobly/lab/fixtures/results';
import { isPrecise } from './precision';

const between = { base: 'monolith', other: 'micro', as: 'ratio' } as const;
const control = { base: 'monolith', other: 'monolith again' };

const responseTimes = {
  comparisons: [
    { ...between, metric: responseP50 },
    { ...between, metric: responseP99 },
    { ...control, as: 'ratio' as const, metric: responseP50 },
  ],
  control: { ...control, metric: responseP50 },
};

const served = { comparisons: [{ ...between, metric: throughput }], control: { ...control, metric: throughput } };

const noise = [0, 0.02, -0.01, 0.01, -0.02, 0.015];

/** Micro takes twice as long, give or take some per cent. */
const pairs = (count: number, spread: number) =>
  Array.from({ length: count }, (_, pair) => [
    measuredBlock('monolith', pair, 10),
    measuredBlock('micro', pair, 20 * (1 + spread * noise[pair % noise.length]!)),
  ]).flat();

describe('an operation', () => {
  it('is known precisely enough once its interval is as narrow as asked for', () => {
    expect(isPrecise(pairs(6, 1), 'job-detail', responseTimes, { precision: 0.03, launches: 1 })).toBe(true);
    expect(isPrecise(pairs(6, 10), 'job-detail', responseTimes, { precision: 0.03, launches: 1 })).toBe(false);
  });

  it('is not after five pairs, however well they agree', () => {
    expect(isPrecise(pairs(5, 0), 'job-detail', responseTimes, { precision: 0.5, launches: 1 })).toBe(false);
  });

  it('is not before its arms were compared at all', () => {
    expect(isPrecise([], 'job-detail', responseTimes, { precision: 0.5, launches: 1 })).toBe(false);
    expect(isPrecise(pairs(6, 0), 'company-list', responseTimes, { precision: 0.5, launches: 1 })).toBe(false);
  });

  it('is not while the noise floor beside it is not', () => {
    const again = noise.map((deviation, pair) => measuredBlock('monolith again', pair, 10 * (1 + 10 * deviation)));
    expect(isPrecise([...pairs(6, 0), ...again], 'job-detail', responseTimes, { precision: 0.03, launches: 1 })).toBe(
      false,
    );
  });

  it('is not by how many requests it was offered, where that is not what is asked', () => {
    expect(isPrecise(pairs(6, 0), 'job-detail', served, { precision: 0.5, launches: 1 })).toBe(false);
  });
});
