import { supplement, withIntervals } from '@jobly/lab/fixtures/results';
import { slowDeadAndNew } from './conclude';

describe('the verdict', () => {
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
