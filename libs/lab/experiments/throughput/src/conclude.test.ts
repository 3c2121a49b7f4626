import { saturationResults } from '@jobly/lab/fixtures/results';
import { highestRates } from './conclude';

describe('the verdict', () => {
  it('of throughput holds the highest rates against each other', () => {
    expect(highestRates(saturationResults())).toBe(
      'With p99 within 50 ms, micro serves 308 requests/s of GET /companies/:handle and monolith 941, 0.33 times as many (0.30 – 0.37).',
    );
  });
});
