import { startStack } from '@jobly/stack';
import { NO_DATABASES, SAME_TOKENS, USUAL_SETTINGS } from './usual-settings';

/** One topology on its own, over a PostgreSQL of its own. */
export interface StartedTopology {
  /** Of its processes. */
  pids: number[];
  postgresPid: number;
  /** From the beginning until all of it was ready. */
  readyMs: number;
  stop(): Promise<void>;
}

/** Starts a topology with its data in a directory, which may be empty or hold those of an earlier start. */
export async function startTopology(
  topology: 'monolith' | 'soa' | 'micro',
  directory: string,
  signal: AbortSignal,
): Promise<StartedTopology> {
  const begin = performance.now();
  const { parts, postgres, stop } = await startStack({
    directory,
    parts: [topology],
    ports: 'free',
    env: { ...USUAL_SETTINGS, ...NO_DATABASES, ...SAME_TOKENS },
    signal,
  });
  return { pids: parts.map(({ pid }) => pid), postgresPid: postgres!.pid, readyMs: performance.now() - begin, stop };
}
