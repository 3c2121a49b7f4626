import { measuredBlock } from '@jobly/lab/fixtures/results';
import { jobDetail } from '@jobly/lab/system-under-test';
import type { Task } from './plan';
import { saturationCaseOf, withRate } from './saturation';

const configuration = { name: 'free', description: 'as they are' };
const arm = { name: 'micro', origin: 'http://micro' } as const;

const taskAt = (share: number): Task => ({
  case: { name: 'job-detail at a share', workload: jobDetail, arms: [arm], configuration },
  arm,
  pair: 0,
  launch: 0,
  load: { loop: 'share', arrivals: 'poisson', share },
  leadInMs: 0,
  durationMs: 1_000,
  label: '0',
});

const saturated = (name: string, answered: number, configurationName = 'free') =>
  measuredBlock(
    name,
    0,
    1,
    { answered, measuredMs: 500 },
    {
      workload: saturationCaseOf('job-detail', configurationName),
      offered: null,
    },
  );

describe('a load that is a share', () => {
  it('is one of what this arm served in this configuration, on average', () => {
    const measured = [
      saturated('micro', 400),
      saturated('micro', 600),
      saturated('monolith', 9_000),
      saturated('micro', 9_000, 'confined'),
    ];
    expect(withRate(taskAt(0.8), measured)).toMatchObject({
      load: { loop: 'open', arrivals: 'poisson', rate: 800 },
      durationMs: 1_000,
    });
  });

  it('takes longer at a low rate, for enough requests, but not for ever', () => {
    expect(withRate(taskAt(0.25), [saturated('micro', 500)]).durationMs).toBe(2_000);
    expect(withRate(taskAt(0.01), [saturated('micro', 500)]).durationMs).toBe(4_000);
  });

  it('cannot be told before that was measured', () => {
    expect(() => withRate(taskAt(0.5), [saturated('monolith', 500)])).toThrow('What micro can serve');
  });
});
