import type { Mode } from './modes';
import { type RunningMode, startMode } from './start-mode';

/** Starting takes CPU: more at once would only make each of them slower. */
const AT_ONCE = 3;

/** Starts one stack for every mode; if one fails, all are stopped again. */
export async function startModes(
  modes: readonly Mode[],
  postgres: { url: string; pid: number },
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<RunningMode[]> {
  const running: RunningMode[] = [];
  try {
    for (let next = 0; next < modes.length; next += AT_ONCE) {
      const batch = modes.slice(next, next + AT_ONCE);
      const started = await Promise.allSettled(batch.map((mode) => startMode(mode, postgres, env, signal)));
      running.push(...started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
      const failed = started.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
    }
    return running;
  } catch (error) {
    await stopModes(running);
    throw error;
  }
}

/** Stops them all. */
export async function stopModes(running: readonly RunningMode[]): Promise<void> {
  await Promise.all(running.map(({ stop }) => stop()));
}
