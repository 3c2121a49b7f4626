import { hiddenByWaiting } from './hidden-by-waiting';
import { highestRates } from './highest-rates';
import { inGeneral } from './in-general';
import { largestLayers } from './largest-layers';
import { noiseFloor } from './noise-floor';
import { slowDeadAndNew } from './slow-dead-and-new';
import { madeUpResults } from '../../results.fixture';
import { layerWaterfall, saturationResults, supplement, twoConfigurations } from '../../rich-results.fixture';

describe('the verdict', () => {
  const withIntervals = (as: 'ratio' | 'difference', ...intervals: [low: number, high: number][]) => {
    const { workloads } = madeUpResults();
    return madeUpResults({
      comparisons: intervals.map(([low, high], index) => ({
        workload: workloads[index]!.name,
        base: 'jobs service',
        other: 'gateway',
        metric: 'response p50',
        as,
        unit: as === 'ratio' ? '' : 'ms',
        interval: { estimate: (low + high) / 2, low, high },
        blocks: 8,
      })),
    });
  };

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
      /^As deployed: micro’s response p50 is [\d.]+ to [\d.]+ times monolith’s in 2 of 3 operations \(no detectable difference in the other\), and its CPU per 1,000 requests [\d.]+ to [\d.]+ times; equal CPU: [\d.]+ to [\d.]+ and [\d.]+ to [\d.]+ times in both operations\.$/,
    );
  });

  it('of a stack beside itself is how small a difference could have been seen', () => {
    const between = (low: number, high: number) => {
      const found = withIntervals('ratio', [low, high]);
      const comparisons = found.comparisons.map((one) => ({ ...one, base: 'monolith', other: 'monolith again' }));
      return noiseFloor({ ...found, comparisons });
    };
    expect(between(0.98, 1.0204)).toBe(
      'No detectable difference: monolith beside itself is known to ±2.0 % in response p50.',
    );
    expect(between(1.01, 1.03)).toMatch(
      /^The response p50 of monolith again is 1\.02× .* as one interval in twenty is/,
    );
  });

  it('of layers names the largest', () => {
    expect(largestLayers(madeUpResults({ waterfalls: [layerWaterfall] }))).toBe(
      'Of the median time of a request (GET /jobs/:id, 1.93 ms), the largest steps are the call to another service over HTTP 0.62 ms, the gateway 0.55 ms and PostgreSQL and its driver 0.33 ms.',
    );
  });

  it('of throughput holds the highest rates against each other', () => {
    expect(highestRates(saturationResults())).toBe(
      'With p99 within 50 ms, micro serves 308 requests/s of GET /companies/:handle and monolith 941, 0.33 times as many (0.30 – 0.37).',
    );
  });

  it('of loops that wait and loops that do not is what the waiting hid', () => {
    const found = withIntervals('difference', [430, 470]);
    const [workload] = found.workloads;
    const [summary] = found.summaries;
    const withP99 = (arm: string, p99: number) => ({ ...summary!, arm, response: { ...summary!.response, p99 } });
    const results = {
      ...found,
      comparisons: found.comparisons.map((one) => ({
        ...one,
        workload: workload!.name,
        base: 'closed loop',
        other: 'open loop',
        metric: 'response p99',
      })),
      summaries: [withP99('closed loop', 3.1), withP99('open loop', 453)],
    };
    expect(hiddenByWaiting(results)).toBe(
      'The closed loop reports a p99 of 3.10 ms, the open loop one of 453 ms: waiting for answers hid 450 ms (430 ms to 470 ms) of what users meet.',
    );
  });

  it('of balancing holds every way against round robin, and says what was noticed of one that died', () => {
    const found = withIntervals('ratio', [0.2, 0.4], [0.9, 1.1]);
    const [one, other] = found.comparisons as [(typeof found.comparisons)[0], (typeof found.comparisons)[0]];
    const beside = { base: 'round robin', metric: 'response p95' };
    const results = {
      ...found,
      ...supplement,
      comparisons: [
        { ...one, ...beside, other: 'least connections' },
        { ...other, ...beside, other: 'IP hash' },
        { ...one, ...beside, metric: 'response p50', other: 'least connections' },
      ],
    };
    expect(slowDeadAndNew(results)).toBe(
      'With one slow replica of three, response p95 beside that of round robin: least connections 0.30 times, IP hash no detectable difference. When one of three died, 8 of 293 reads failed, and a new one answered its first read 0.62 s after its start.',
    );
  });
});
