import { quietly, read } from '@jobly/deployment';
import type { Engine } from './engine';
import type { ContainerStack } from './stacks';

/** docker compose with the files of some stacks. */
export interface Compose {
  /** The project label of its containers. */
  project: string;
  /** Runs a command for its effect. */
  do(...command: string[]): Promise<void>;
  /** Runs a command for its output. */
  read(...command: string[]): Promise<string>;
}

export function composeOver(
  stacks: readonly ContainerStack[],
  { compose }: Engine,
  settings: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Compose {
  const files = stacks.flatMap(({ file }) => ['--file', file]);
  // A command that nothing may interrupt must not be ended by Ctrl-C either, which reaches the whole process group.
  const options = { env: settings, signal, detached: signal === undefined };
  return {
    project: settings['COMPOSE_PROJECT_NAME']!,
    do: (...command) => quietly([...compose, ...files, ...command], options),
    read: (...command) => read([...compose, ...files, ...command], options),
  };
}
