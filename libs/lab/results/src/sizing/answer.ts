import { type Interval, ratioOf } from '@jobly/lab/instrument';
import { availabilityOf, ninesIn } from './availability';
import type { LaunchCoefficients, Operation, PerKind, StackCoefficients } from './coefficients';
import { type LoadedPart, loadOf } from './load';
import { medianOf } from './median';
import type { Scenario } from './scenario';
import { roundTripsOf, type SharedMachine, waitOf } from './waiting';

/** What a stack needs for a scenario, and what its users get. */
export interface Answer<Figure> {
  /** Of half of all requests, from the first process on (ms); Infinity if it cannot serve them. */
  p50: Figure;
  /** CPUs that are busy. */
  busy: Figure;
  /** CPUs to provide, so that they are no busier than allowed. */
  cores: Figure;
  memoryMiB: Figure;
  /** Of all its processes. */
  replicas: Figure;
  /** To all its databases. */
  connections: Figure;
  /** Of all its CPUs and memory, a month. */
  cost: Figure;
}

const HOURS_A_MONTH = 730;

const summed = (load: readonly LoadedPart[], of: (one: LoadedPart) => number) =>
  load.reduce((sum, one) => sum + of(one), 0);

/** The answer of what was measured in one launch. */
export function answerOf(
  { operations }: { operations: readonly Operation[] },
  launch: LaunchCoefficients,
  scenario: Scenario,
  machine?: SharedMachine,
): Answer<number> {
  const load = loadOf(launch, scenario);
  const loaded = { operations, load, generatorMs: launch.generatorMs, scenario, machine };
  const requests = (kind: keyof PerKind, share: number) => ({
    share,
    times: launch.times[kind],
    more: roundTripsOf(kind, operations) * scenario.roundTrip,
    wait: waitOf(kind, loaded),
  });
  const busy = summed(load, (one) => one.busy);
  const cores = busy / scenario.utilisation;
  const memoryMiB = summed(load, ({ part, replicas }) => replicas * part.memoryMiB);
  const processes = load.filter(({ part }) => part.kind === 'process');
  return {
    p50: medianOf([requests('reads', scenario.reads), requests('writes', 1 - scenario.reads)]),
    busy,
    cores,
    memoryMiB,
    replicas: summed(processes, ({ replicas }) => replicas),
    connections: summed(load, ({ part, replicas }) => replicas * part.connections),
    cost: HOURS_A_MONTH * (cores * scenario.cpuHour + (memoryMiB / 1_024) * scenario.gibHour),
  };
}

/**
 * The answer of a stack, with 95 % intervals over the launches in which it was measured. What is
 * counted goes from the fewest to the most of any launch.
 */
export function answerWithIntervals(
  stack: StackCoefficients,
  scenario: Scenario,
): Answer<Interval> & { nines: Interval } {
  const answers = stack.launches.map((launch) => answerOf(stack, launch, scenario));
  const over = (of: (answer: Answer<number>) => number) => overLaunches(answers.map(of));
  const availability = stack.launches.map((launch) => availabilityOf(stack, loadOf(launch, scenario), scenario));
  return {
    p50: over(({ p50 }) => p50),
    busy: over(({ busy }) => busy),
    cores: over(({ cores }) => cores),
    memoryMiB: over(({ memoryMiB }) => memoryMiB),
    replicas: countsOf(answers.map(({ replicas }) => replicas)),
    connections: countsOf(answers.map(({ connections }) => connections)),
    cost: over(({ cost }) => cost),
    // The launches may need different numbers of replicas, and operations different processes.
    nines: {
      estimate: ninesIn(countsOf(availability.map(({ estimate }) => estimate)).estimate),
      low: ninesIn(Math.min(...availability.map(({ low }) => low))),
      high: ninesIn(Math.max(...availability.map(({ high }) => high))),
    },
  };
}

/** Of what is whole: the middle one, from the fewest to the most. */
function countsOf(values: readonly number[]): Interval {
  const ascending = values.toSorted((one, other) => one - other);
  return { estimate: ascending[values.length >> 1]!, low: ascending[0]!, high: ascending.at(-1)! };
}

/** In logarithms, because none of them can be negative. Without an end, if one launch has none. */
export function overLaunches(values: readonly number[]): Interval {
  const [first] = values;
  if (values.every((value) => value === first)) return { estimate: first!, low: first!, high: first! };
  if (values.some((value) => !Number.isFinite(value)))
    return { estimate: Infinity, low: Math.min(...values), high: Infinity };
  return ratioOf(values.map((value, launch) => ({ base: 1, other: value, launch })));
}
