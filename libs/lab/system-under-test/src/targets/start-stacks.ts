import { join } from 'node:path';
import { startStack } from '@jobly/stack';
import { prepareData } from '../data/prepare-data';
import type { DataSize } from '../data/size';
import { copyDatabases, keepTemplates } from './databases';
import type { Stacks } from './stacks';
import { DATABASES, loopbackAt, microAt, monolithAt } from './target-of';
import { throwawayDirectory } from './throwaway-directory';
import { NO_DATABASES, SAME_TOKENS, USUAL_SETTINGS } from './usual-settings';

/** Without the second call that a retry would make. */
const ONCE = { LOOPBACK_PORT_CALLS: 'json' };

export interface StartOptions {
  /** Also starts the monolith whose modules call each other through JSON. */
  loopback?: boolean | undefined;
  /** What their databases hold; by default what the applications seed them with. */
  data?: DataSize | undefined;
  /** How often createDatabases will make further databases with that data, from copies that are kept for it. */
  furtherDatabases?: number | undefined;
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
  { loopback, data, furtherDatabases = 0, env, restart = false, within }: StartOptions = {},
): Promise<Stacks> {
  const directory = await throwawayDirectory(within);
  const start = async () => {
    const path = join(directory.path, 'data');
    const copies = (loopback ? 1 : 0) + (furtherDatabases > 0 ? 1 + furtherDatabases : 0);
    if (data) await prepareData(data, path, copies, signal);
    return startStack({
      directory: path,
      parts: ['monolith', 'micro', ...(loopback ? (['loopback'] as const) : [])],
      ports: 'free',
      env: { ...USUAL_SETTINGS, ...NO_DATABASES, ...SAME_TOKENS, ...ONCE, ...env },
      async prepareDatabases(postgres) {
        if (data && loopback)
          await copyDatabases(postgres, { [DATABASES.loopback.loopback]: DATABASES.monolith.monolith });
        if (data && furtherDatabases > 0) await keepTemplates(postgres);
      },
      restart,
      signal,
    });
  };
  const stack = await start().catch(async (error: unknown) => {
    await directory.remove();
    throw error;
  });
  const { monolith, micro, postgres } = stack as Required<Pick<typeof stack, 'monolith' | 'micro' | 'postgres'>>;
  return {
    monolith: monolithAt(monolith, postgres),
    ...microAt(micro, postgres),
    ...(stack.loopback && { loopback: loopbackAt(stack.loopback, postgres) }),
    postgres,
    ...(data && { data }),
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
