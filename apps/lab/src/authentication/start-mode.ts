import { join } from 'node:path';
import { startStack } from '@jobly/stack';
import { preloaded } from '../preload';
import { databaseUrl, type Target } from '../targets/stacks';
import { microAt, monolithAt } from '../targets/target-of';
import { throwawayDirectory } from '../targets/throwaway-directory';
import { USUAL_SETTINGS } from '../targets/usual-settings';
import type { Mode } from './modes';

export interface RunningMode extends Mode {
  target: Target;
  /** The process that knows the users; the monolith has none of its own. */
  usersPid?: number;
  stop(): Promise<void>;
}

/** Starts one more stack over databases that are there already, in a directory that is thrown away afterwards. */
export async function startMode(
  mode: Mode,
  postgres: { url: string; pid: number },
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<RunningMode> {
  const { topology, authMode, preload } = mode;
  const directory = await throwawayDirectory();
  const stack = await startStack({
    directory: join(directory.path, 'data'),
    parts: [topology],
    ports: 'free',
    env: {
      ...USUAL_SETTINGS,
      ...databasesOn(postgres),
      ...(preload && preloaded(preload)),
      ...env,
      AUTH_MODE: authMode,
    },
    signal,
  }).catch(async (error: unknown) => {
    await directory.remove();
    throw error;
  });
  const { monolith, micro } = stack;
  return {
    ...mode,
    target: monolith ? monolithAt(monolith, postgres) : microAt(micro!, postgres).micro,
    usersPid: micro?.services.users.pid,
    async stop() {
      await stack.stop();
      await directory.remove();
    },
  };
}

const databasesOn = (postgres: { url: string }) => ({
  DATABASE_URL: databaseUrl(postgres, 'jobly'),
  USERS_DATABASE_URL: databaseUrl(postgres, 'jobly_users'),
  COMPANIES_DATABASE_URL: databaseUrl(postgres, 'jobly_companies'),
  JOBS_DATABASE_URL: databaseUrl(postgres, 'jobly_jobs'),
});
