import type { LaunchCoefficients, Operation, PerKind } from './coefficients';
import type { LoadedPart } from './load';
import { allOf, type Wait, waitForOne, waitForSeveral } from './queueing';
import type { Scenario } from './scenario';

/** CPUs that all processes of a stack share with the generator of their load; without, every process has its own. */
export interface SharedMachine {
  cpus: number;
}

type Kind = keyof PerKind;

/** A stack under load. */
export interface Loaded {
  operations: readonly Operation[];
  load: readonly LoadedPart[];
  generatorMs: LaunchCoefficients['generatorMs'];
  scenario: Scenario;
  machine: SharedMachine | undefined;
}

/**
 * How long requests of a kind wait for CPUs: at every process that works for them, whose JavaScript has one thread, and
 * for the machine, if processes share it. There a part waits only while all CPUs are busy with others.
 */
export function waitOf(kind: Kind, loaded: Loaded): Wait {
  const { operations, load, machine } = loaded;
  return allOf(
    load.flatMap((one) => {
      const { part, utilisation } = one;
      const visits = visitsOf(part.name, kind, operations);
      const work = part.perRequest[kind];
      if (visits === 0 || work === 0) return [];
      const atProcess = part.kind === 'process' ? [waitForOne(utilisation, work)] : [];
      const atMachine = machine ? [waitForSeveral(machine.cpus, busyWithOthers(one, loaded) / machine.cpus, work)] : [];
      return [...atProcess, ...atMachine].map(({ likely, mean }) => ({ likely: visits * likely, mean }));
    }),
  );
}

/** The share of requests of a kind that a part works for. */
const visitsOf = (part: string, kind: Kind, operations: readonly Operation[]) =>
  operations.reduce((sum, one) => (one.kind === kind && one.needs.includes(part) ? sum + one.share : sum), 0);

/** CPUs, the generator's share included. */
const busyWithOthers = (one: LoadedPart, { load, generatorMs, scenario }: Loaded) =>
  load.reduce((sum, part) => sum + part.busy, (scenario.rate * generatorMs) / 1_000) - one.busy;

/** The round trips of a request of a kind one after the other, on average. */
export const roundTripsOf = (kind: Kind, operations: readonly Operation[]) =>
  operations.reduce((sum, one) => (one.kind === kind ? sum + one.share * one.roundTrips : sum), 0);
