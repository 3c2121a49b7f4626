import { saturationResults } from '@jobly/lab/fixtures/results';
import { highestRates } from './conclude';

describe('the verdict', () => {
  it('of throughput holds the highest rates against each other', () => {
    expect(highestRates(saturationResults())).toBe(
      'With p99 within 50 ms, micro serves 308 requests/s of GET /companies/:handle and monolith 941, 0.33 times as many (0.30 to 0.37).',
    );
  });

  it('states a bound where an arm was too slow at every rate, or fast enough at every one', () => {
    const made = saturationResults();
    const [monolith, micro] = made.curves;
    const atMost = { ...micro!, highest: { ...micro!.highest!, estimate: 105, low: null, bound: 'at most' as const } };
    expect(highestRates({ ...made, curves: [monolith!, atMost], comparisons: [] })).toBe(
      'With p99 within 50 ms, micro serves fewer than 105 requests/s of GET /companies/:handle and monolith 941.',
    );
    const { highest } = monolith!;
    const atLeast = { ...monolith!, highest: { ...highest!, estimate: 1_100, high: null, bound: 'at least' as const } };
    expect(highestRates({ ...made, curves: [atLeast, micro!], comparisons: [] })).toBe(
      'With p99 within 50 ms, micro serves 308 requests/s of GET /companies/:handle and monolith at least 1,100.',
    );
  });

  it('says nothing of an arm with too few pairs', () => {
    const made = saturationResults();
    const curves = made.curves.map((curve) => ({ ...curve, highest: null }));
    expect(highestRates({ ...made, curves })).toBeUndefined();
    expect(highestRates({ ...made, curves: [curves[0]!, made.curves[1]!], comparisons: [] })).toBe(
      'With p99 within 50 ms, micro serves 308 requests/s of GET /companies/:handle.',
    );
  });
});
