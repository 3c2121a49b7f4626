import {
  allOrNone,
  evenly,
  countIn,
  type LoadRequest,
  type Observed,
  seededRandom,
  sendAll,
} from '@jobly/lab/instrument';
import { mixedRequests, type Scene } from '@jobly/lab/runner';
import { type FoundNginx, startNginx } from '@jobly/lab/system-under-test';
import { type Plan, RESTART_RATE } from '../plan';
import type { StackName } from '../stack-name';
import { type PairedPart, type PairOfReplicas, startPairs } from './pairs';
import { type Turn, turnsOf } from './turns';

/** One process that was asked to stop, and started again. */
export interface Restart {
  part: PairedPart;
  /** When it was asked to stop, and when it was ready again (ms). */
  beganMs: number;
  readyMs: number;
  exitCode: number | null;
}

export interface Rolled {
  restarts: Restart[];
  observed: Observed[];
}

/** New processes are slow, and nginx has to notice them. */
const WARM_UP_MS = 6_000;

/** Restarts the replicas of every process of a stack in turn, while clients go on asking. */
export async function observeRestarts(
  scene: Scene,
  stack: StackName,
  plan: Plan['restarts'],
  nginx: FoundNginx,
): Promise<Rolled> {
  const { stacks, signal } = scene;
  const { requests, clear } = await mixedRequests(scene, stacks[stack].origin, 'r');
  try {
    const { started, stop } = await allOrNone(async (keep) => {
      const { started: pairs } = keep(await startPairs(stacks, stack));
      const { origin } = keep(await startNginx(nginx, { replicas: pairs.at(-1)!.addresses }, signal));
      return { pairs, origin };
    });
    try {
      return await rolled(scene, started, requests, plan);
    } finally {
      await stop();
    }
  } finally {
    await clear();
  }
}

async function rolled(
  { run, seed, signal }: Scene,
  { pairs, origin }: { pairs: readonly PairOfReplicas[]; origin: string },
  requests: readonly LoadRequest[],
  plan: Plan['restarts'],
): Promise<Rolled> {
  const { turns, durationMs } = turnsOf(pairs.length, plan);
  const load = { rate: RESTART_RATE, leadInMs: WARM_UP_MS, durationMs };
  const asked = Array.from(
    { length: countIn(WARM_UP_MS, RESTART_RATE) + countIn(durationMs, RESTART_RATE) },
    (_, index) => requests[index % requests.length]!,
  );
  const restarts: Promise<Restart>[] = [];
  const restart = ({ pair, replica, dueMs }: Turn) => {
    const before = restarts.at(-1);
    const due = performance.now();
    const next = (async () => {
      // One that takes too long delays those that follow.
      await before;
      const beganMs = dueMs + performance.now() - due;
      const exitCode = await pairs[pair]!.restart(replica);
      return { part: pairs[pair]!.part, beganMs, readyMs: dueMs + performance.now() - due, exitCode };
    })();
    // It is awaited when everything has been answered.
    next.catch(() => {});
    restarts.push(next);
  };
  const observed = await sendAll(
    origin,
    evenly(asked, load, seededRandom(seed)),
    turns.map((turn) => ({ dueMs: turn.dueMs, act: () => restart(turn) })),
    { label: `${run.id}-restarts`, signal },
  );
  return { restarts: await Promise.all(restarts), observed: observed.filter(({ dueMs }) => dueMs >= 0) };
}
