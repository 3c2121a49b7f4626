import { join } from 'node:path';
import { seededRandom, seedOf, shuffled } from '@jobly/lab/instrument';
import type { Observations, Study } from '@jobly/lab/runner';
import { startTopology, throwawayDirectory } from '@jobly/lab/system-under-test';
import { idleCost, type IdleCost } from './idle-cost';
import { startUpTables } from './tables';

type Surroundings = Parameters<Extract<Study, { stacks: 'none' }>['observe']>[0];

export const topologies = ['monolith', 'soa', 'micro'] as const;
export type Observed = (typeof topologies)[number];

/** One stack in one round. */
export interface Round {
  topology: Observed;
  /** From an empty directory: with initdb, migrations and seeds. */
  coldMs: number;
  /** Over the same directory again. */
  warmMs: number;
  idle: IdleCost;
}

/** The settling time lets what a start has begun come to an end. */
const PLANS = {
  full: { rounds: 12, settleMs: 15_000, idleMs: 30_000 },
  quick: { rounds: 5, settleMs: 2_000, idleMs: 5_000 },
};

/** Each stack alone on the machine, round by round in an order of its own. */
export async function observe(surroundings: Surroundings): Promise<Observations> {
  const { seed, quick, progress } = surroundings;
  const { rounds, ...idle } = PLANS[quick ? 'quick' : 'full'];
  const random = seededRandom(seedOf(seed, 'start-up'));
  const seen: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const topology of shuffled(random, topologies)) {
      progress.step(`Starting ${topology}, round ${round} of ${rounds}`);
      seen.push(await startedTwice(topology, idle, surroundings));
    }
  }
  return { tables: startUpTables(seen, seed) };
}

async function startedTwice(
  topology: Observed,
  idle: { settleMs: number; idleMs: number },
  { signal }: Surroundings,
): Promise<Round> {
  const directory = await throwawayDirectory();
  const data = join(directory.path, 'data');
  try {
    const cold = await startTopology(topology, data, signal);
    await cold.stop();
    const warm = await startTopology(topology, data, signal);
    try {
      return { topology, coldMs: cold.readyMs, warmMs: warm.readyMs, idle: await idleCost(warm, idle, signal) };
    } finally {
      await warm.stop();
    }
  } finally {
    await directory.remove();
  }
}
