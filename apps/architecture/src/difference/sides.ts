import { measures, sumOf, type System, type Topology } from '@jobly/architecture';
import { StartError } from '@jobly/contracts';
import { count } from './markdown';

/** The application in one process, and in the most. */
export interface Sides {
  readonly whole: Topology;
  readonly split: Topology;
}

/** @throws StartError for a workspace that has not both */
export function sidesOf({ topologies }: System): Sides {
  const whole = topologies.find(({ processes }) => processes.length === 1);
  const [split] = topologies
    .filter(({ processes }) => processes.length > 1)
    .sort((one, other) => other.processes.length - one.processes.length);
  if (!whole || !split)
    throw new StartError('There is nothing to compare: no topology is one process, or none several.');
  return { whole, split };
}

/** A number of the table of structure, by the name of its measure. */
export function amountOf(name: string, topology: Topology, system: System): number {
  const measure = measures.find((one) => one.name === name);
  if (!measure) throw new Error(`Nothing is counted under the name "${name}".`);
  return sumOf(measure.of(topology, system));
}

/** The same of the whole and of the split, in words. */
export function amountsOf(name: string, system: System): [whole: string, split: string] {
  const { whole, split } = sidesOf(system);
  return [count(amountOf(name, whole, system)), count(amountOf(name, split, system))];
}

/** What a measure counts, in words. */
export function itemsOf(name: string, topology: Topology, system: System): string[] {
  return measures.filter((one) => one.name === name).flatMap((one) => one.of(topology, system).map(({ what }) => what));
}
