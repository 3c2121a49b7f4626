import { histogramOf, measuredBlock } from '../blocks.fixture';
import { compare } from './comparison';
import { answersGate, droppedGate, failedGate, generatorGate, noiseFloorGate, scheduleGate } from './gates';
import { cpuPerThousand, responseP50, responseP99, throughput } from './metrics';
import { summarise } from './summary';

const drift = [1, 2, 4, 3, 5, 2.5];

/** `other` takes `times` as long as `base` in every pair, however the machine drifts. */
const pairs = (base: string, other: string, times: number) =>
  drift.flatMap((ms, pair) => [measuredBlock(base, pair, ms), measuredBlock(other, pair, ms * times)]);

const p50 = { base: 'monolith', other: 'micro', metric: responseP50, as: 'ratio' } as const;

describe('a comparison', () => {
  it('finds how many times slower one arm is than the other', () => {
    const { interval, blocks } = compare(pairs('monolith', 'micro', 2), 'job-detail', p50, 1)!;
    expect(interval.estimate).toBeCloseTo(2, 2);
    expect(blocks).toBe(6);
  });

  it('finds by how much, in the unit of the metric', () => {
    const difference = { ...p50, as: 'difference', metric: cpuPerThousand } as const;
    const { interval, unit } = compare(pairs('monolith', 'micro', 2), 'job-detail', difference, 1)!;
    expect(unit).toBe('ms');
    expect(interval.estimate).toBeCloseTo((1_000 * drift.reduce((sum, ms) => sum + ms)) / drift.length, 0);
  });

  it('leaves out pairs of which one block is missing, and keeps silent about too few', () => {
    const blocks = pairs('monolith', 'micro', 2);
    expect(compare(blocks.slice(1), 'job-detail', p50, 1)!.blocks).toBe(5);
    expect(compare(blocks.slice(0, 6), 'job-detail', p50, 1)).toBeUndefined();
    expect(compare(blocks, 'job-list', p50, 1)).toBeUndefined();
  });

  it('keeps silent about a percentile that blocks of this size cannot have', () => {
    expect(compare(pairs('monolith', 'micro', 2), 'job-detail', { ...p50, metric: responseP99 }, 1)).toBeUndefined();
  });
});

describe('a comparison of throughput', () => {
  const served = { base: 'monolith', other: 'micro', metric: throughput, as: 'ratio' } as const;

  /** Closed loops of both arms, during which the generator was so busy. */
  const closed = (busy: { monolith: number; micro: number }) =>
    drift.flatMap((ms, pair) =>
      (['monolith', 'micro'] as const).map((arm) =>
        measuredBlock(arm, pair, ms, { utilisation: busy[arm], answered: 100 + 10 * ms }, { offered: null }),
      ),
    );

  const boundWith = (monolith: number, micro: number) =>
    compare(closed({ monolith, micro }), 'job-detail', served, 1)?.bound;

  it('is a bound where the generator may have been the bottleneck of one arm', () => {
    expect(boundWith(0.3, 0.4)).toBeNull();
    expect(boundWith(0.3, 0.8)).toBe('at least');
    expect(boundWith(0.8, 0.3)).toBe('at most');
  });

  it('is not made where it may have been the bottleneck of both', () => {
    expect(compare(closed({ monolith: 0.8, micro: 0.8 }), 'job-detail', served, 1)).toBeUndefined();
  });

  it('leaves a summary that says so', () => {
    const [micro] = closed({ monolith: 0.3, micro: 0.8 }).filter(({ arm }) => arm === 'micro');
    expect(summarise([micro!], 'job-detail', 'micro').lowerBound).toBe(true);
    expect(summarise([{ ...micro!, offered: 200 }], 'job-detail', 'micro').lowerBound).toBe(false);
  });
});

describe('a summary', () => {
  it('takes all blocks of an arm together', () => {
    const blocks = [
      measuredBlock('micro', 0, 1),
      measuredBlock('micro', 1, 2, { dropped: 2, failures: { 'status 500': 4 } }),
    ];
    expect(summarise(blocks, 'job-detail', 'micro')).toMatchObject({
      requests: 200,
      failed: 4,
      dropped: 2,
      response: { p50: 1, p95: 2, p99: null, 'p99.9': null },
      requestsPerSecond: 200,
      cpuMsPerThousand: 1_500,
    });
  });

  it('says nothing of CPU that was not seen in every block', () => {
    const blocks = [measuredBlock('micro', 0, 1), { ...measuredBlock('micro', 1, 1), cpuMs: null }];
    expect(summarise(blocks, 'job-detail', 'micro').cpuMsPerThousand).toBeNull();
  });
});

describe('the gates', () => {
  const control = { base: 'monolith', other: 'monolith again', metric: responseP50 };
  const noise = [1.02, 0.99, 0.97, 1.01, 1.03, 0.98];
  const again = (bias: number) =>
    drift.flatMap((ms, pair) => [
      measuredBlock('monolith', pair, ms),
      measuredBlock('monolith again', pair, ms * noise[pair]! * bias),
    ]);

  it('let an arm pass that equals itself but for noise, and no other', () => {
    expect(noiseFloorGate(again(1), control, 1).passed).toBe(true);
    expect(noiseFloorGate(again(1.2), control, 1).passed).toBe(false);
    expect(noiseFloorGate([], control, 1)).toMatchObject({ passed: false, figure: 'only 0 pairs of blocks' });
  });

  it.each([
    ['requests that were sent late', scheduleGate, { scheduleError: histogramOf(1.5) }, '1.500 ms'],
    ['requests that were dropped', droppedGate, { dropped: 1 }, '1'],
    ['failures', failedGate, { failures: { 'status 500': 2, ECONNRESET: 1 } }, '3 (status 500, ECONNRESET)'],
    ['a generator that is the bottleneck', generatorGate, { utilisation: 0.9 }, '90 %'],
  ] as const)('stop %s', (_what, gate, fault, figure) => {
    const sound = pairs('monolith', 'micro', 1);
    expect(gate(sound).passed).toBe(true);
    expect(gate([...sound, measuredBlock('another arm', 0, 1, fault)])).toMatchObject({ passed: false, figure });
  });

  it('stop answers that differ, and name the first', () => {
    const checked = (different: number, first: string | null) =>
      measuredBlock('micro', 0, 1, {}, { answers: { compared: 240, different, first } });
    const first = 'GET /jobs/17 at micro, unlike at monolith';
    expect(answersGate([checked(0, null), checked(0, null)])).toMatchObject({ figure: '0 of 480', passed: true });
    expect(answersGate([checked(0, null), checked(12, first), checked(1, 'GET /jobs/3 at micro')])).toMatchObject({
      figure: '13 of 720, first: GET /jobs/17 at micro, unlike at monolith',
      limit: '0',
      passed: false,
    });
    expect(answersGate([measuredBlock('micro', 0, 1, {}, { answers: null })])).toBeUndefined();
  });

  it('call no p99 what a handful of samples has', () => {
    const few = measuredBlock('another arm', 0, 1, { scheduleError: histogramOf(5, 9) });
    expect(scheduleGate([...pairs('monolith', 'micro', 1), few]).passed).toBe(true);
  });

  it('do not mind a generator that is the bottleneck of a closed loop of which no more is wanted than a lower bound', () => {
    const busy = { utilisation: 0.9 };
    const [closed, open] = [null, 200].map((offered) => measuredBlock('cached', 0, 1, busy, { offered }));
    expect(generatorGate([closed!], ['cached']).passed).toBe(true);
    expect(generatorGate([closed!], ['another arm']).passed).toBe(false);
    expect(generatorGate([open!], ['cached']).passed).toBe(false);
  });
});
