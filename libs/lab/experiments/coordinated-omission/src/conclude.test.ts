import { withIntervals } from '@jobly/lab/fixtures/results';
import { hiddenByWaiting } from './conclude';

describe('the verdict', () => {
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
      'The closed loop reports a p99 of 3.10 ms, the open loop one of 453 ms: waiting for answers hid 450 ms (430 to 470) of what users meet.',
    );
  });
});
