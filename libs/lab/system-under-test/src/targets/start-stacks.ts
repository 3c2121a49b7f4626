import { join } from 'node:path';
import { startStack } from '@jobly/stack';
import type { Stacks } from './stacks';
import { loopbackAt, microAt, monolithAt } from './target-of';
import { throwawayDirectory } from './throwaway-directory';
import { SAME_TOKENS, USUAL_SETTINGS } from './usual-settings';

/** A benchmark must not write into databases of the user's own: the stacks get new ones. */
const NO_DATABASES = { DATABASE_URL: '', USERS_DATABASE_URL: '', COMPANIES_DATABASE_URL: '', JOBS_DATABASE_URL: '' };

/** Without the second call that a retry would make. */
const ONCE = { LOOPBACK_PORT_CALLS: 'json' };

export interface StartOptions {
  /** Also starts the monolith whose modules call each other through JSON. */
  loopback?: boolean;
  /** Variables for all processes. */
  env?: Record<string, string>;
  /** Restarts a process that ends though nobody stopped it, as `npm start` does; by default the run has failed then. */
  restart?: boolean;
  /** Where the directory is; by default where the system keeps temporary files. */
  within?: string;
}

/** Starts both stacks, freshly seeded, in a directory that is removed afterwards. */
export async function startStacks(
  signal: AbortSignal,
  { loopback, env, restart = false, within }: StartOptions = {},
): Promise<Stacks> {
  const directory = await throwawayDirectory(within);
  const stack = await startStack({
    directory: join(directory.path, 'data'),
    parts: ['monolith', 'micro', ...(loopback ? (['loopback'] as const) : [])],
    ports: 'free',
    env: { ...USUAL_SETTINGS, ...NO_DATABASES, ...SAME_TOKENS, ...ONCE, ...env },
    restart,
    signal,
  }).catch(async (error: unknown) => {
    await directory.remove();
    throw error;
  });
  const { monolith, micro, postgres } = stack as Required<Pick<typeof stack, 'monolith' | 'micro' | 'postgres'>>;
  return {
    monolith: monolithAt(monolith, postgres),
    ...microAt(micro, postgres),
    ...(stack.loopback && { loopback: loopbackAt(stack.loopback, postgres) }),
    postgres,
    replicate: stack.replicate,
    admin: { username: 'testadmin', password: 'password' },
    died: stack.failed.then(
      ({ name, code, signal }) => `The process of ${name} has died (${signal ?? `exit code ${code}`}).`,
    ),
    async close() {
      await stack.stop();
      await directory.remove();
    },
  };
}
