import { saturationResults } from '../../rich-results.fixture';
import { highestRates } from './highest-rates';

describe('the verdict', () => {
  it('of throughput holds the highest rates against each other', () => {
    expect(highestRates(saturationResults())).toBe(
      'With p99 within 50 ms, micro serves 308 requests/s of GET /companies/:handle and monolith 941, 0.33 times as many (0.30 – 0.37).',
    );
  });
});
