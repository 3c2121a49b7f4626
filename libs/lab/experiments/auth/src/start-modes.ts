import { allOrNone, type Together } from '@jobly/lab/instrument';
import { inBatches } from '@jobly/lab/system-under-test';
import type { Mode } from './modes';
import { type RunningMode, startMode } from './start-mode';

/** Starting takes CPU: more concurrent starts would only slow each other down. */
const AT_ONCE = 3;

/** Starts one stack for each of these modes. */
export const startModes = (
  modes: readonly Mode[],
  postgres: { url: string; pid: number },
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<Together<RunningMode[]>> =>
  allOrNone((keep) => inBatches(AT_ONCE, modes, async (mode) => keep(await startMode(mode, postgres, env, signal))));
