import {
  differenceOf,
  type Generator,
  type Interval,
  type LoadRequest,
  merged,
  startServer,
} from '@jobly/lab/instrument';
import type { Field } from './measure';
import { JITTER, type Plan } from './plan';
import { midmean } from './statistics';

/** What a link really does to a round trip, seen by itself and by a client of a server that answers at once; in ms. */
export interface Calibrated {
  /** As it was set, for each way. */
  delayMs: number;
  /** As the link has measured it: what it adds to a round trip. */
  told: Interval;
  /** What the client notices more than without any delay: its p50. */
  noticed: Interval;
  /** What the client notices, less what the link has measured in the same block. */
  difference: Interval;
  p99: number;
}

export interface Calibration {
  rows: Calibrated[];
  /** What the relay adds to a round trip without any delay (p50): CPU, and therefore no part of a slope. */
  relayMs: Interval;
}

/** The blocks at each delay, which take turns; together as many requests as a p99 needs. */
const ROUNDS = 8;
const ECHOES = 125;

const echoes = Array.from({ length: ECHOES }, (): LoadRequest => ({ method: 'GET', path: '/now', expect: 200 }));

/** One block of echoes. */
interface Block {
  delayMs: number;
  p50: number;
  told: number;
  service: string;
  round: number;
}

/** Holds what the links tell of their delays against what a client notices. */
export async function calibrate(
  { delaysMs }: Plan,
  { links, generator, signal }: Field,
  seed: number,
): Promise<Calibration> {
  const server = await startServer('delay-server');
  try {
    const link = await links.open();
    await link.leadTo(server.origin);
    const ask = (origin: string) => echoesFrom(origin, generator, signal);
    for (const origin of [server.origin, link.url]) await ask(origin);
    const direct: number[] = [];
    const blocks: Block[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      direct.push((await ask(server.origin)).p50);
      for (const delayMs of [0, ...delaysMs]) {
        if (delayMs > 0) await links.behave([link], { kind: 'distant', delayMs, jitterMs: JITTER * delayMs });
        await links.crossings();
        const seen = await ask(link.url);
        const held = (await links.crossings())[link.index]!.map(({ taken, delivered }) => delivered - taken);
        await links.behave([link], { kind: 'passing' });
        blocks.push({ ...seen, delayMs, round, told: 2 * midmean(held) });
      }
    }
    return calibrationOf(delaysMs, direct, blocks, seed);
  } finally {
    await server.stop();
  }
}

/** What the blocks say, with intervals over rounds. */
function calibrationOf(delaysMs: readonly number[], direct: readonly number[], blocks: readonly Block[], seed: number) {
  const at = (delayMs: number) => blocks.filter((block) => block.delayMs === delayMs);
  const near = at(0).map(({ p50 }) => p50);
  const over = (others: readonly number[], bases: readonly number[]) =>
    differenceOf(
      others.map((other, round) => ({ base: bases[round]!, other, launch: 1 })),
      { seed },
    );
  const rows = delaysMs.map((delayMs) => {
    const own = at(delayMs);
    const [p50s, told] = [own.map(({ p50 }) => p50), own.map((block) => block.told)];
    const p99 = merged(own.map(({ service }) => service)).valueAt(99) - Math.min(...near);
    const expected = told.map((one, round) => one + near[round]!);
    const nothing = told.map(() => 0);
    return { delayMs, told: over(told, nothing), noticed: over(p50s, near), difference: over(p50s, expected), p99 };
  });
  return { rows, relayMs: over(near, direct) };
}

async function echoesFrom(origin: string, generator: Generator, signal: AbortSignal) {
  const closed = { loop: 'closed', connections: 1, repeat: false, leadInMs: 0, durationMs: 120_000 } as const;
  const { result } = await generator.run({ ...closed, origin, requests: echoes, timeoutMs: 10_000 }, signal);
  return { service: result.service, p50: merged([result.service]).valueAt(50) };
}
