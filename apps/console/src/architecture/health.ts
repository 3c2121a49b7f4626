import type { LaunchedPart, PartName } from '@jobly/stack';
import type { Health } from '../../api/architecture';
import type { Launcher } from '../launcher';

/** Asks the parts how they are. */
export interface HealthCheck {
  /** Asks them all if that is due; the answers come later. */
  ask(): void;
  /** As it was when it answered last; null if it was never asked. */
  of(name: PartName): Health | null;
}

/** To be asked costs a part more than all other figures together (ms). */
const EVERY_MS = 5_000;

/** Longer than that, nobody waits for a part (ms). */
export const PATIENCE_MS = 2_500;

export function createHealthCheck(launcher: Pick<Launcher, 'parts' | 'onChange'>): HealthCheck {
  const found = new Map<PartName, Health>();
  const asked = new Set<PartName>();
  let dueAt = 0;
  // Whatever has changed may have changed that, too.
  launcher.onChange(() => (dueAt = 0));
  return {
    of: (name) => found.get(name) ?? null,
    ask() {
      if (performance.now() < dueAt) return;
      dueAt = performance.now() + EVERY_MS;
      for (const part of launcher.parts().filter(({ pid, name }) => pid !== null && !asked.has(name))) {
        asked.add(part.name);
        void healthOf(part).then((health) => {
          found.set(part.name, health);
          asked.delete(part.name);
        });
      }
    },
  };
}

/** What a part says of itself at /health/ready. */
async function healthOf({ url }: LaunchedPart): Promise<Health> {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    await response.arrayBuffer();
    return response.ok ? 'ready' : 'unready';
  } catch {
    return 'silent';
  }
}
