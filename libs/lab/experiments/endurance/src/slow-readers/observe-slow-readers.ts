import { dueTimes, type Generator, merged, OPEN_LOOP_CONNECTIONS, seededRandom, seedOf } from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import { logInAs, takeInventory } from '@jobly/lab/system-under-test';
import { residentOf, sizeOf } from '../memory';
import type { Plan } from '../plan';
import type { StackName } from '../stack-name';
import { atRest } from './at-rest';
import type { Attack } from './attacks';
import { makeLongAnswers } from './long-answers';
import { connectSlowReaders } from './slow-readers';

/** What the others noticed in one block. */
export interface Block {
  round: number;
  /** Undefined without any. */
  attack: Attack | undefined;
  /** Of the others’ responses (ms). */
  p99: number;
  /** By kind. */
  failed: Record<string, number>;
  /** Of all processes but the database's at the end (MiB). */
  memoryMiB: number;
}

const LEAD_IN_MS = 200;
const WARM_UP_MS = 3_000;

/** Others ask for single jobs while slow readers hold their answers, and in turn while there are none. */
export async function observeSlowReaders(
  { stacks, run, seed, signal }: Scene,
  stack: StackName,
  { attacks, rounds, blockMs, rate }: Plan['slowReaders'],
  generator: Generator,
): Promise<Block[]> {
  const target = stacks[stack];
  const { origin } = target;
  const { jobs } = await takeInventory(origin, stacks.data);
  const others = async (label: string, durationMs: number) => {
    const random = seededRandom(seedOf(seed, label, 0));
    const due = dueTimes({ process: 'poisson', rate, durationMs, leadInMs: LEAD_IN_MS }, random);
    const requests = Array.from(due, (_, index) => ({
      method: 'GET' as const,
      path: `/jobs/${jobs.at(index % jobs.length)!.id}`,
      expect: 200,
    }));
    const block = { loop: 'open', origin, connections: OPEN_LOOP_CONNECTIONS, timeoutMs: 10_000 } as const;
    return (await generator.run({ ...block, dueTimes: due, requests }, signal)).result;
  };

  const { token } = await logInAs(origin, stacks.admin);
  const long = await makeLongAnswers(target, token, `slow-${run.id}`);
  try {
    await others('warm-up', WARM_UP_MS);
    const blocks: Block[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const attack of rotated([undefined, ...attacks], round)) {
        const readers = attack && (await connectSlowReaders(origin, long.path, attack));
        try {
          // What others notice from then on is the slowness, and not the work for what was asked.
          await atRest(target, signal);
          const result = await others(`round ${round}`, blockMs);
          const memoryMiB = sizeOf(residentOf(target));
          const p99 = merged([result.response]).valueAt(99);
          blocks.push({
            round,
            attack,
            p99,
            failed: { ...result.failures, ...(result.dropped > 0 && { 'not sent': result.dropped }) },
            memoryMiB,
          });
        } finally {
          readers?.close();
        }
      }
    }
    return blocks;
  } finally {
    await long.remove();
  }
}

/** So that none always comes after the same other. */
const rotated = <T>(items: readonly T[], by: number): T[] =>
  items.map((_, index) => items[(index + by) % items.length]!);
