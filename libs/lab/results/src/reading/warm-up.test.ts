import { madeUpResults } from '../results.fixture';
import { warmUpInWords } from './warm-up';

const withWarmUps = (...changes: (number | null)[]) =>
  madeUpResults({
    warmUps: changes.map((change, index) => ({ arm: `arm ${index}`, launch: index, requests: 10_000, change })),
  });

describe('the warm-up', () => {
  it('was long enough where the cost of a request was flat', () => {
    expect(warmUpInWords(withWarmUps(0.01, -0.03))).toBe(
      '10,000 requests to every arm, until a request’s CPU time was flat within ±3 %',
    );
  });

  it('names the arms that never settled', () => {
    expect(warmUpInWords(withWarmUps(0.01, -0.047))).toMatch(/which it never was at arm 1 \(−4\.70 %\)$/);
  });

  it('claims nothing where CPU time is unknown, or where it was by time', () => {
    expect(warmUpInWords(withWarmUps(null))).toBe('10,000 requests to every arm');
    expect(warmUpInWords(madeUpResults())).toBeUndefined();
  });
});
