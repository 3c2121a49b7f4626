import { type CommandOptions, quietly, read } from '@jobly/deployment';

/** The docker command, with the settings of some stacks. */
export interface Docker {
  /** Runs a command for its output. */
  read(...command: string[]): Promise<string>;
  /** The lines of a command's output. */
  lines(...command: string[]): Promise<string[]>;
  /** The lines of its output on stdout and stderr. */
  logged(...command: string[]): Promise<string[]>;
  /** Runs a command for its effect. */
  do(...command: string[]): Promise<void>;
  /** Runs a command that reads this from stdin. */
  feed(input: string, ...command: string[]): Promise<void>;
}

export function dockerWith(env: NodeJS.ProcessEnv, signal?: AbortSignal): Docker {
  const options: CommandOptions = { env, signal, detached: signal === undefined };
  const output = (...command: string[]) => read(['docker', ...command], options);
  const linesIn = (text: string) => text.split('\n').filter(Boolean);
  return {
    read: output,
    lines: async (...command) => linesIn(await output(...command)),
    logged: async (...command) => linesIn(await read(['/bin/sh', '-c', 'docker "$@" 2>&1', '', ...command], options)),
    do: (...command) => quietly(['docker', ...command], options),
    feed: (input, ...command) => quietly(['docker', ...command], { ...options, input }),
  };
}
