import { type AuthMode, StartError, authModes } from '@jobly/contracts';
import type { Topology } from './topology';

/** The values AUTH_MODE can have where a topology runs; the first is its default. */
export const authModesOf: Record<Topology, readonly [AuthMode, ...AuthMode[]]> = {
  monolith: authModes.monolith,
  loopback: authModes.monolith,
  micro: authModes.micro,
};

/**
 * The mode a topology runs in: the one the user names if it has that, and its default otherwise, so that both
 * architectures can be started with a mode that only one of them has.
 */
export function authModeOf(topology: Topology, given: NodeJS.ProcessEnv): AuthMode {
  const modes = authModesOf[topology];
  return modes.find((mode) => mode === given['AUTH_MODE']) ?? modes[0];
}

/** @throws StartError where the user names a mode that none of the topologies has. */
export function requireAuthMode(topologies: Topology[], { AUTH_MODE: wanted }: NodeJS.ProcessEnv): void {
  const modes = new Set<string>(topologies.flatMap((topology) => authModesOf[topology]));
  if (!wanted || modes.has(wanted)) return;
  const choice = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(modes);
  throw new StartError(`AUTH_MODE must be ${choice}, not "${wanted}".`);
}
