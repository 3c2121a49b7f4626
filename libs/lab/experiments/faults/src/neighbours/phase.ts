import {
  dueTimes,
  evenly,
  type Generator,
  type LoadRequest,
  merged,
  OPEN_LOOP_CONNECTIONS,
  type Relay,
  seededRandom,
  sendAll,
} from '@jobly/lab/instrument';
import type { Behaviour } from '@jobly/lab/instrument';
import { isWell } from '../schedule/outcome';
import type { Demand } from './demand';

/** How long each phase lasts (ms), and what is asked for meanwhile, in requests/s. */
export const PHASE_MS = 4_000;
export const UNAFFECTED_PER_SECOND = 260;
export const AFFECTED_PER_SECOND = 60;

const TIMEOUT_MS = 10_000;

/** What came of the same demand in one phase. */
export interface Phase {
  /** Of those that do not need the part. */
  unaffected: { offered: number; failed: number; p50: number | null; p99: number | null };
  /** Of those that need it; what is late does not work. */
  affected: { offered: number; worked: number };
  /** What arrived at the part, or would have if it had been there. */
  attempts: number;
}

export interface Field {
  origin: string;
  relay: Relay;
  generator: Generator;
  signal: AbortSignal;
}

/** Offers the demand while the way to the part is like this, and lets everything settle afterwards. */
export async function phase(
  { origin, relay, generator, signal }: Field,
  { unaffected, affected, seed }: Demand,
  behaviour: Behaviour,
): Promise<Phase> {
  const random = seededRandom(seed);
  const before = relay.attempts;
  const process = 'constant' as const;
  const due = dueTimes({ process, rate: UNAFFECTED_PER_SECOND, durationMs: PHASE_MS, leadInMs: 0 }, random);
  const requests = Array.from(due, (_, index) => inTurn(unaffected, index));
  const open = { loop: 'open', connections: OPEN_LOOP_CONNECTIONS, timeoutMs: TIMEOUT_MS } as const;
  const ready = Promise.withResolvers<undefined>();
  const running = generator.run({ ...open, origin, dueTimes: due, requests }, signal, () => ready.resolve(undefined));
  try {
    await Promise.race([ready.promise, running]);
    const count = (AFFECTED_PER_SECOND * PHASE_MS) / 1_000;
    const planned = evenly(
      Array.from({ length: count }, (_, index) => inTurn(affected, index)),
      { rate: AFFECTED_PER_SECOND, leadInMs: 0, durationMs: PHASE_MS },
      random,
    );
    relay.behave(behaviour);
    const mend = [{ dueMs: PHASE_MS, act: () => relay.behave({ kind: 'passing' }) }];
    const [observed, { result }] = await Promise.all([
      sendAll(origin, planned, mend, { label: 'affected', signal }),
      running,
    ]);
    const response = merged([result.response]);
    return {
      unaffected: {
        offered: requests.length,
        failed: requests.length - result.answered,
        p50: response.percentile(50),
        p99: response.percentile(99),
      },
      affected: { offered: count, worked: observed.filter(isWell).length },
      attempts: relay.attempts - before,
    };
  } finally {
    relay.behave({ kind: 'passing' });
  }
}

const inTurn = (requests: readonly LoadRequest[], index: number) => requests[index % requests.length]!;
