import { startVariant, type Variant } from '@jobly/lab/system-under-test';
import type { Mode } from './modes';

export interface RunningMode extends Mode, Variant {}

/** Starts one more stack in this mode. */
export async function startMode(
  mode: Mode,
  postgres: { url: string; pid: number },
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<RunningMode> {
  const { topology, authMode } = mode;
  return { ...mode, ...(await startVariant(topology, postgres, { ...env, AUTH_MODE: authMode }, signal)) };
}
