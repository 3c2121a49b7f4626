import { existsSync } from 'node:fs';
import type { Engine } from './engine';
import type { ContainerStack } from './stacks';

/** CPUs of the applications of one stack, all together, if the machine has as many. */
const APPLICATION_CPUS = 2;

/**
 * The variables of the compose files: the user's settings, from the environment or from `.env`, and an equal share of
 * CPU for each replica, so that a stack's total is the same however many there are. A requested number of replicas
 * takes precedence over the settings.
 */
export function settingsOf(
  stacks: readonly ContainerStack[],
  { cpus: available, environment }: Engine,
  replicas: number | undefined,
  given: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const share = Math.min(1, available / APPLICATION_CPUS) / (replicas ?? 1);
  const shares = Object.fromEntries(
    stacks.flatMap(({ processes }) =>
      processes.flatMap((one): [string, string][] => [
        [one.replicas, String(replicas ?? 1)],
        [one.cpus, String(Math.floor(one.defaultCpus * share * 10_000) / 10_000)],
      ]),
    ),
  );
  return {
    COMPOSE_PROJECT_NAME: 'jobly',
    // The other stack's containers are no orphans of this one.
    COMPOSE_IGNORE_ORPHANS: 'true',
    ...environment,
    ...shares,
    ...(given['npm_config_registry'] && { NPM_REGISTRY: given['npm_config_registry'] }),
    ...given,
    ...(replicas !== undefined && shares),
  };
}

/** The environment, completed with `.env` as compose itself does it. */
export function givenSettings(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
