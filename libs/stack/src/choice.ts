import { StartError } from '@jobly/contracts';
import type { Topology } from './topology';

/** A setting whose possible values depend on the topology; the first of each is its default. */
export interface Choice<Value extends string> {
  variable: string;
  valuesOf: Record<Topology, readonly [Value, ...Value[]]>;
}

/**
 * The value that a topology runs with: the user's if the topology has it, otherwise its default. So both architectures
 * can be started with a value that only one of them has.
 */
export function chosen<Value extends string>(
  { variable, valuesOf }: Choice<Value>,
  topology: Topology,
  given: NodeJS.ProcessEnv,
): Value {
  const values = valuesOf[topology];
  return values.find((value) => value === given[variable]) ?? values[0];
}

/** @throws StartError if the user names a value that none of the topologies has. */
export function requireChoice(
  { variable, valuesOf }: Choice<string>,
  topologies: Topology[],
  { [variable]: wanted }: NodeJS.ProcessEnv,
): void {
  const values = new Set(topologies.flatMap((topology) => valuesOf[topology]));
  if (!wanted || values.has(wanted)) return;
  const choice = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(values);
  throw new StartError(`${variable} must be ${choice}, not "${wanted}".`);
}
