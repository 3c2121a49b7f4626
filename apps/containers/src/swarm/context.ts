import { StartError } from '@jobly/contracts';
import { type Engine, findEngine } from '../engine';
import { givenSettings, settingsOf } from '../settings';
import type { ContainerStack } from '../stacks';
import { type Docker, dockerWith } from '../docker';
import { requireManager } from './manager';

/** What every command needs. */
export interface Context {
  engine: Engine;
  docker: Docker;
  settings: NodeJS.ProcessEnv;
  signal: AbortSignal;
}

/**
 * Finds the engine and its swarm.
 * @param own settings that are not the user's.
 * @throws StartError saying what is missing.
 */
export async function contextFor(
  stacks: readonly ContainerStack[],
  signal: AbortSignal,
  own: NodeJS.ProcessEnv = {},
): Promise<Context> {
  const given = { ...givenSettings(), ...own };
  const engine = await findEngine(given);
  const NODE_ID = await requireManager(dockerWith(given, signal));
  requireEveryAddress(given);
  const settings = { ...settingsOf(stacks, engine, undefined, given), NODE_ID };
  return { engine, settings, signal, docker: dockerWith(settings, signal) };
}

/** The name of a stack in the swarm. */
export const nameOf = ({ name }: ContainerStack, { COMPOSE_PROJECT_NAME }: NodeJS.ProcessEnv) =>
  `${COMPOSE_PROJECT_NAME}-${name}`;

function requireEveryAddress({ PUBLISH_ADDRESS }: NodeJS.ProcessEnv): void {
  if (!PUBLISH_ADDRESS || ['0.0.0.0', '[::]'].includes(PUBLISH_ADDRESS)) return;
  throw new StartError(
    `A swarm publishes on every address of its nodes, not only on PUBLISH_ADDRESS=${PUBLISH_ADDRESS}; leave it out, ` +
      'and let a firewall decide who may come.',
  );
}
