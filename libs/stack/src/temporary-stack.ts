import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StackOptions } from './options';
import { secretFiles } from './secrets';
import { type Stack, startStack } from './stack';
import { blueprints } from './topology';

type TemporaryOptions = Omit<StackOptions, 'directory' | 'ports' | 'reset'> & {
  /** Begins the name of the directory, which lies where the system keeps temporary files. */
  prefix: string;
};

interface Temporary {
  stack: Stack;
  /** The stack's data, secrets and logs. */
  directory: string;
  /** Stops the stack gracefully and starts it again over the same data, on other ports. */
  restart: () => Promise<Stack>;
}

/**
 * A stack that tests leave their records in must not use a database that somebody works with, nor read secrets other
 * than its own.
 */
const notTheUsersOwn = Object.fromEntries(
  [...blueprints.flatMap(({ database }) => database?.variable ?? []), ...Object.keys(secretFiles(''))]
    .flatMap((variable) => [variable, `${variable}_FILE`])
    .map((variable) => [variable, '']),
);

/**
 * Starts a stack on free ports, over empty databases, for as long as `use` takes, and leaves nothing behind.
 * @throws StartError if it cannot be started.
 */
export async function withTemporaryStack<T>(
  { prefix, env, ...options }: TemporaryOptions,
  use: (temporary: Temporary) => Promise<T>,
): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), prefix));
  const directory = join(parent, 'data');
  const start = () => startStack({ ...options, directory, ports: 'free', env: { ...notTheUsersOwn, ...env } });
  let stack: Stack | undefined;
  try {
    stack = await start();
    return await use({
      stack,
      directory,
      async restart() {
        await stack?.stop();
        return (stack = await start());
      },
    });
  } finally {
    await stack?.stop();
    await rm(parent, { recursive: true, force: true });
  }
}
