import { answerOf, answerWithIntervals } from './answer';
import { usualScenario } from './scenario';
import { madeUpLaunch, madeUpPart, madeUpStack } from './sizing.fixture';

const scenario = { ...usualScenario(), rate: 100, reads: 1, roundTrip: 0 };
const stack = madeUpStack();
const launch = stack.launches[1]!;

describe('the CPUs that a stack needs', () => {
  it('are the rate times what a request takes of every part, in the shares of reads and writes', () => {
    expect(answerOf(stack, launch, scenario).busy).toBeCloseTo(0.1 * (1 + 0.5 + 0.2));
    expect(answerOf(stack, launch, { ...scenario, reads: 0.5 }).busy).toBeCloseTo(0.15 * (1 + 0.5 + 0.2));
  });

  it('come on top of what every replica does at any rate', () => {
    const busy = madeUpLaunch([madeUpPart('front', 1, { fixed: { reads: 20, writes: 20 } })]);
    expect(answerOf(stack, busy, { ...scenario, replicas: 3 }).busy).toBeCloseTo(0.1 + 3 * 0.02);
  });

  it('are provided so that none is busier than allowed, each process with as many replicas as that needs', () => {
    const { cores, busy, replicas, connections, memoryMiB } = answerOf(stack, launch, { ...scenario, rate: 1_000 });
    expect(cores).toBeCloseTo(busy / 0.6);
    // 1 of a CPU in front and 0.5 behind, at 0.6 at most.
    expect([replicas, connections, memoryMiB]).toEqual([3, 15, 600]);
  });

  it('and the memory cost what is asked for them', () => {
    const { cost } = answerOf(stack, launch, { ...scenario, cpuHour: 1, gibHour: 2 });
    expect(cost).toBeCloseTo(730 * (0.17 / 0.6 + (400 / 1_024) * 2));
  });
});

describe('the median', () => {
  const p50 = (changes: object) => answerOf(stack, launch, { ...scenario, ...changes }).p50;

  it('is that of an unhindered request while next to nothing is asked for', () => {
    // The percentiles on both sides of the median are 0.49 and 0.51 ms.
    expect(p50({ rate: 0.1 })).toBeCloseTo(0.5, 1);
    expect(p50({ rate: 0.1, reads: 0 })).toBeCloseTo(1, 1);
  });

  it('of reads and writes is where half of both together are faster', () => {
    // Of t ms, t of the reads and t/2 of the writes are faster.
    expect(p50({ rate: 0.1, reads: 0.5 })).toBeCloseTo(2 / 3, 1);
  });

  it('grows by the round trips', () => {
    expect(p50({ rate: 0.1, roundTrip: 3 })).toBeCloseTo(0.5 + 2 * 3, 1);
  });

  it('grows by the waiting at the processes that work for a request, less than the mean does', () => {
    // A third of a CPU busy in front: two thirds do not wait at all.
    const third = p50({ rate: 333, replicas: 1 });
    expect(third).toBeGreaterThan(0.5);
    expect(third).toBeLessThan(0.5 + 0.5);
    // 80 %: 0.8 exp(−0.2 t) is one half after 2.35 ms, so about that for all of them.
    expect(p50({ rate: 800, replicas: 1 })).toBeCloseTo(0.5 + 2.35, 1);
    expect(p50({ rate: 800, replicas: 2 })).toBeLessThan(p50({ rate: 800, replicas: 1 }));
  });

  it('has no end if a process would have more to do than a CPU can', () => {
    expect(p50({ rate: 1_001, replicas: 1 })).toBe(Infinity);
    expect(p50({ rate: 1_001, replicas: 2 })).toBeLessThan(10);
  });

  it('is longer where all processes share a machine', () => {
    const alone = answerOf(stack, launch, { ...scenario, rate: 500, replicas: 1 });
    const together = answerOf(stack, launch, { ...scenario, rate: 500, replicas: 1 }, { cpus: 1 });
    expect(together.p50).toBeGreaterThan(1.2 * alone.p50);
    expect(together.busy).toBe(alone.busy);
  });
});

describe('a process that is alone on a machine', () => {
  it('waits for nobody but itself', () => {
    const needs = ['front'];
    const alone = {
      operations: [{ operation: 'GET /things', kind: 'reads' as const, share: 1, roundTrips: 0, needs }],
    };
    const single = madeUpLaunch([madeUpPart('front', 1)]);
    const busy = { ...scenario, rate: 800, replicas: 1 };
    expect(answerOf(alone, single, busy, { cpus: 1 }).p50).toBe(answerOf(alone, single, busy).p50);
  });
});

describe('the answer of several launches', () => {
  it('has an interval that contains what each of them says, where they differ', () => {
    const { busy, replicas } = answerWithIntervals(stack, scenario);
    const each = stack.launches.map((one) => answerOf(stack, one, scenario).busy);
    expect(busy.low).toBeLessThan(Math.min(...each));
    expect(busy.high).toBeGreaterThan(Math.max(...each));
    expect(replicas).toEqual({ estimate: 2, low: 2, high: 2 });
  });

  it('has as many nines as its parts allow, from the operation that needs most of them to the other', () => {
    const nines = (changes: object) => answerWithIntervals(stack, { ...scenario, available: 0.99, ...changes }).nines;
    expect(nines({ reads: 1, replicas: 1 }).estimate).toBeCloseTo(-Math.log10(1 - 0.99 ** 2));
    expect(nines({ reads: 1, replicas: 2 }).estimate).toBeCloseTo(-Math.log10(1 - 0.9999 * 0.99));
    const { estimate, low, high } = nines({ reads: 0.5, replicas: 1 });
    expect(low).toBeCloseTo(-Math.log10(1 - 0.99 ** 3));
    expect(high).toBeCloseTo(-Math.log10(1 - 0.99 ** 2));
    expect(estimate).toBeLessThan(high);
    expect(estimate).toBeGreaterThan(low);
  });
});
