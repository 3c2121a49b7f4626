import { madeUpResults } from '../results.fixture';
import { twoConfigurations, withIntervals } from '../rich-results.fixture';
import { inGeneral } from './in-general';

describe('the verdict', () => {
  it.each([
    [
      [[0.9, 1.2]],
      'No detectable difference between gateway and jobs service in response p50 in GET /companies/:handle.',
    ],
    [
      [
        [0.9, 1.2],
        [0.8, 1.1],
      ],
      'No detectable difference between gateway and jobs service in response p50 in either operation.',
    ],
    [[[2, 4]], 'Gateway’s response p50 is 3.00 times jobs service’s in GET /companies/:handle.'],
    [
      [
        [2, 4],
        [1, 1.5],
        [0.4, 0.6],
      ],
      'Gateway’s response p50 is 3.00 times jobs service’s in GET /companies/:handle and 0.50 times jobs service’s in GET /companies?nameLike=… (no detectable difference in the other).',
    ],
  ] as [[number, number][], string][])('of ratios between %j', (intervals, sentence) => {
    expect(inGeneral(withIntervals('ratio', ...intervals))).toBe(sentence);
  });

  it('of differences says above or below', () => {
    expect(inGeneral(withIntervals('difference', [0.2, 0.4], [-0.9, -0.7]))).toBe(
      'Gateway’s response p50 is 0.30 ms above jobs service’s in GET /companies/:handle and 0.80 ms below jobs service’s in GET /jobs/:id.',
    );
  });

  it('says once that nothing differs, not once a metric', () => {
    const same = madeUpResults({
      comparisons: madeUpResults().comparisons.map((one) => ({
        ...one,
        interval: { estimate: 1, low: 0.9, high: 1.1 },
      })),
    });
    expect(inGeneral(same)).toBe(
      'No detectable difference in response p50 or CPU per 1,000 requests between micro and monolith.',
    );
  });

  it('admits that nothing could be compared', () => {
    expect(inGeneral(madeUpResults({ comparisons: [] }))).toMatch(/^Nothing was compared/);
  });

  it('says the second metric in passing, and other configurations in short', () => {
    expect(inGeneral(twoConfigurations())).toMatch(
      /^As deployed: micro’s response p50 is [\d.]+ to [\d.]+ times monolith’s in 2 of 3 operations \(no detectable difference in the other\), and its CPU per 1,000 requests [\d.]+ to [\d.]+ times; equal CPU: [\d.]+ to [\d.]+ and [\d.]+ to [\d.]+ times in both operations\. Ranges are of point estimates\.$/,
    );
  });
});
