import type { PartName } from '@jobly/stack';
import type { Fault } from '../record/entries';
import { randomFrom } from '../random';

export type StackName = 'monolith' | 'micro';

/** The processes of each stack; PostgreSQL can only be killed, since its processes do not share a fate when paused. */
export const partsOf: Record<StackName, PartName[]> = {
  monolith: ['monolith'],
  micro: ['gateway', 'users', 'companies', 'jobs'],
};

/** Time for the clients to do something before the first fault, and between the last and the end. */
const CALM_MS = 2_000;
/** Between two faults; some overlap, for a process takes a second or more to come back. */
const GAP_MS = [800, 5_000] as const;
/** The longest pause is longer than one service waits for another, and than a client waits. */
const PAUSE_MS = [300, 4_500] as const;

/** The faults of a run, which depend on the seed alone. */
export function scheduleOf(stack: StackName, seed: number, durationMs: number): Fault[] {
  const random = randomFrom(seed);
  const faults: Fault[] = [];
  for (let at = CALM_MS; at < durationMs - CALM_MS; at += random.between(...GAP_MS)) {
    const target = random.pick([...partsOf[stack], 'postgres'] as const);
    const does = target === 'postgres' ? 'kill' : random.pick(['kill', 'pause'] as const);
    const forMs = random.between(...PAUSE_MS);
    faults.push({ type: 'fault', at, target, does, ...(does === 'pause' && { forMs }) });
  }
  return faults;
}
