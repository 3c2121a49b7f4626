import { answerOf, usualScenario } from '@jobly/lab/results';
import { coefficientsOf } from './coefficients';
import { calibrations } from './plan';
import { predictions } from './predictions';
import { FIXED, madeUpLaunches, OPERATIONS, PARTS, SCALE } from './what-if.fixture';

const CPUS = 2;
const MEDIAN = 24;

describe('the coefficients of a launch', () => {
  const [launch] = madeUpLaunches([1]);
  const { parts, times } = coefficientsOf(launch!, PARTS, OPERATIONS, CPUS);

  it('are the slope of the CPU over the rate, and what is left at none', () => {
    const [front, database] = parts;
    expect(front!.perRequest.reads).toBeCloseTo(1);
    expect(front!.perRequest.writes).toBeCloseTo(2);
    expect(front!.fixed.reads).toBeCloseTo(FIXED);
    expect(database!.perRequest.reads).toBeCloseTo(0.25);
    expect([front!.memoryMiB, database!.memoryMiB]).toEqual([150, 0]);
  });

  it('have the times of the easier load without the waiting, which the model adds again there', () => {
    expect(times.reads[MEDIAN]!).toBeLessThan(0.485);
    const easier = {
      ...usualScenario(),
      rate: 100 * SCALE * calibrations[0]!.share,
      reads: 1,
      replicas: 1,
      roundTrip: 0,
    };
    const { p50 } = answerOf({ operations: OPERATIONS }, { parts, times, generatorMs: 0 }, easier, { cpus: CPUS });
    expect(p50).toBeCloseTo(0.5, 1);
  });
});

describe('the check', () => {
  const launches = madeUpLaunches([1, 1.1, 1.2]);
  const stack = {
    name: 'monolith',
    operations: [...OPERATIONS],
    launches: launches.map((launch) => coefficientsOf(launch, PARTS, OPERATIONS, CPUS)),
  };
  const found = predictions([stack], launches, CPUS);

  it('predicts each launch from the others', () => {
    // 70 % of the requests are reads: 1.3 times a read. The first launch is predicted from the slower ones.
    const [first] = found[0]!.busy.each;
    const needed = (found[0]!.rate / 1_000) * 1.3 * 1.25;
    expect(first!.measured).toBeCloseTo(0.02 + needed);
    expect(first!.predicted).toBeCloseTo(0.02 + needed * 1.15);
  });

  it('states the error with its interval', () => {
    const { estimate, low, high } = found[0]!.busy.error;
    expect(estimate).toBeCloseTo(1, 1);
    expect(low).toBeLessThan(estimate);
    expect(high).toBeGreaterThan(estimate);
  });
});
