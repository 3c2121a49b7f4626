import type { SeenEdge } from './edges';
import { OTHER_MODES, type Recording, recordStacks, type Surroundings } from './stacks';
import { askedInSuite } from './suite';

/** Together they use every call that the code declares. */
const MODES = ['shared-secret', ...OTHER_MODES];

/** What the processes were seen to do, as far as the flags ask for it. */
export async function recordingsFor(
  surroundings: Surroundings & { flags: readonly string[] },
): Promise<readonly Recording[]> {
  const { flags, progress, signal } = surroundings;
  if (flags.length === 0) return [];
  const recordings = await recordStacks(surroundings);
  if (!flags.includes('conformance')) return recordings;
  const asked: SeenEdge[] = [];
  for (const mode of MODES) {
    progress.step(`Running the conformance suite with AUTH_MODE=${mode}`);
    asked.push(...(await askedInSuite(import.meta.dirname, mode, signal)));
  }
  return recordings.map((one) => (one.topology === 'micro' ? { ...one, edges: [...one.edges, ...asked] } : one));
}
