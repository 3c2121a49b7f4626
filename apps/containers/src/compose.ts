import { quietly, read } from './command';
import type { Engine } from './engine';
import type { ContainerStack } from './stacks';

/** docker compose over the files of some stacks. */
export interface Compose {
  /** What its containers are labelled with. */
  project: string;
  /** For what it does. */
  do(...command: string[]): Promise<void>;
  /** For what it says. */
  read(...command: string[]): Promise<string>;
}

export function composeOver(
  stacks: readonly ContainerStack[],
  { compose }: Engine,
  settings: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Compose {
  const files = stacks.flatMap(({ file }) => ['--file', file]);
  // Where nothing is to interrupt it, Ctrl-C must not either: that reaches the whole group.
  const options = { env: settings, signal, detached: signal === undefined };
  return {
    project: settings['COMPOSE_PROJECT_NAME']!,
    do: (...command) => quietly([...compose, ...files, ...command], options),
    read: (...command) => read([...compose, ...files, ...command], options),
  };
}
