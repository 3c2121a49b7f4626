import type { LaunchCoefficients, PartCoefficients, PerKind } from './coefficients';
import type { Scenario } from './scenario';

/** A part of a stack under the load of a scenario. */
export interface LoadedPart {
  part: PartCoefficients;
  replicas: number;
  /** CPUs that all its replicas keep busy. */
  busy: number;
  /** Of the one CPU that a process of Node.js can use: its JavaScript has one thread. */
  utilisation: number;
}

/** The mean over reads and writes, in their shares. */
export const mixed = ({ reads, writes }: PerKind, { reads: share }: Pick<Scenario, 'reads'>) =>
  share * reads + (1 - share) * writes;

/**
 * Every part with its replicas. The utilisation law: what is busy is the rate times the demand (Denning & Buzen, "The
 * operational analysis of queueing network models", 1978), on top of what a process does at any rate.
 */
export const loadOf = ({ parts }: Pick<LaunchCoefficients, 'parts'>, scenario: Scenario): LoadedPart[] =>
  parts.map((part) => {
    const needed = (scenario.rate * mixed(part.perRequest, scenario)) / 1_000;
    const fixed = mixed(part.fixed, scenario) / 1_000;
    const replicas = part.kind === 'database' ? 1 : scenario.replicas || replicasFor(needed, fixed, scenario);
    const busy = needed + replicas * fixed;
    return { part, replicas, busy, utilisation: busy / replicas };
  });

/** Of a CPU: what a replica is left with for requests, if what it does at any rate is all that it may do. */
const LEAST_LEFT = 0.01;

/** The fewest replicas that are no busier than allowed. */
const replicasFor = (needed: number, fixed: number, { utilisation }: Scenario) =>
  Math.max(1, Math.ceil(needed / Math.max(utilisation - fixed, LEAST_LEFT)));
