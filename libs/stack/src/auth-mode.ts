import { type AuthMode, StartError, authModes } from '@jobly/contracts';
import type { Topology } from './topology';

/** The possible values of AUTH_MODE for each topology; the first is its default. */
export const authModesOf: Record<Topology, readonly [AuthMode, ...AuthMode[]]> = {
  monolith: authModes.monolith,
  loopback: authModes.monolith,
  micro: authModes.micro,
};

/**
 * The mode that a topology runs in: the user's choice if the topology has it, otherwise its default. So both
 * architectures can be started with a mode that only one of them has.
 */
export function authModeOf(topology: Topology, given: NodeJS.ProcessEnv): AuthMode {
  const modes = authModesOf[topology];
  return modes.find((mode) => mode === given['AUTH_MODE']) ?? modes[0];
}

/** @throws StartError if the user names a mode that none of the topologies has. */
export function requireAuthMode(topologies: Topology[], { AUTH_MODE: wanted }: NodeJS.ProcessEnv): void {
  const modes = new Set<string>(topologies.flatMap((topology) => authModesOf[topology]));
  if (!wanted || modes.has(wanted)) return;
  const choice = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(modes);
  throw new StartError(`AUTH_MODE must be ${choice}, not "${wanted}".`);
}
