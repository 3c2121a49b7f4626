import { existsSync } from 'node:fs';
import type { Engine } from './engine';
import type { ContainerStack } from './stacks';

/** CPUs of the applications of one stack, all together, where the machine has as many. */
const APPLICATION_CPUS = 2;

/**
 * What compose files are filled in with: what the user has set, in the environment or in `.env`, and beside it an equal
 * share of CPU for each of so many replicas, so that a stack has the same total however many there are. A number of
 * replicas that was asked for comes before what is set.
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
    // The other stack's containers are none of this one's business.
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
