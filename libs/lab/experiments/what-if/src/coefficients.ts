import {
  answerOf,
  type LaunchCoefficients,
  type Operation,
  type PartCoefficients,
  type PerKind,
  usualScenario,
} from '@jobly/lab/results';
import type { Measured } from './block';
import type { Launch } from './launch';
import { POOLS } from './stack-name';

type Part = Pick<PartCoefficients, 'name' | 'kind'>;

/** Two loads of the same kind of requests, the easier one first. */
type Levels = readonly [Measured, Measured];

/** The coefficients of one launch, from its calibrations on a machine with so many CPUs. */
export function coefficientsOf(
  { stack, calibrations, memory }: Pick<Launch, 'stack' | 'calibrations' | 'memory'>,
  parts: readonly Part[],
  operations: readonly Operation[],
  cpus: number,
): LaunchCoefficients {
  const levels = { reads: levelsOf(calibrations, 1), writes: levelsOf(calibrations, 0) };
  const lines = parts.map(({ name, kind }): PartCoefficients => {
    const reads = lineThrough(levels.reads, name);
    const writes = lineThrough(levels.writes, name);
    return {
      ...{ name, kind, connections: POOLS[stack][name] ?? 0, memoryMiB: memory[name] ?? 0 },
      fixed: { reads: reads.fixed, writes: writes.fixed },
      perRequest: { reads: reads.perRequest, writes: writes.perRequest },
    };
  });
  const generatorMs = meanOf(calibrations.map(({ generatorBusy, rate }) => (1_000 * generatorBusy) / rate));
  const measured = { reads: levels.reads[0].times, writes: levels.writes[0].times };
  const launch = { parts: lines, generatorMs, times: measured };
  const timesOf = (kind: keyof PerKind) => withoutWaiting(launch, kind, levels[kind][0], operations, cpus);
  return { ...launch, times: { reads: timesOf('reads'), writes: timesOf('writes') } };
}

/** The times of the easier load, without what the model says that half of all requests wait there. */
function withoutWaiting(
  launch: LaunchCoefficients,
  kind: keyof PerKind,
  { rate, reads }: Measured,
  operations: readonly Operation[],
  cpus: number,
): number[] {
  const scenario = { ...usualScenario(), rate, reads, replicas: 1, roundTrip: 0 };
  const median = (at: typeof scenario) => answerOf({ operations }, launch, at, { cpus }).p50;
  const waited = median(scenario) - median({ ...scenario, rate: 0 });
  return launch.times[kind].map((ms) => Math.max(ms / 2, ms - waited));
}

function levelsOf(calibrations: readonly Measured[], reads: number): Levels {
  const [low, high] = calibrations.filter((one) => one.reads === reads).toSorted((one, other) => one.rate - other.rate);
  return [low!, high!];
}

/** CPU over rate as a straight line: a process that is seldom busy has to be woken up for every request. */
function lineThrough([low, high]: Levels, name: string) {
  const [before, after] = [low.cpu[name] ?? 0, high.cpu[name] ?? 0];
  const perRequest = Math.max(0, (after - before) / (high.rate - low.rate));
  return { perRequest, fixed: Math.max(0, before - perRequest * low.rate) };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
