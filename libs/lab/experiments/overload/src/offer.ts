import { dueTimes, type Generator, type LoadRequest, merged, seededRandom } from '@jobly/lab/instrument';
import { CLOSED_CONNECTIONS, MOST_CONNECTIONS, PATIENCE_MS, PATH, type Plan, WARM_UP } from './plan';

/** What becomes of a load, in requests/s. */
export interface Outcome {
  offered: number;
  /** Answered within the users' patience. */
  good: number;
  refused: number;
  /** Everything else: late, broken off, never connected. */
  lost: number;
  /** Of all that were answered, in ms; null if they are too few. */
  p99: number | null;
  /** Share of the time in which the generator was busy: it takes CPU from the stack, on the same machine. */
  generatorBusy: number;
}

/** Everything that is asked for at one stack. */
export interface Demand {
  generator: Generator;
  origin: string;
  seed: number;
  signal: AbortSignal;
}

const asked: LoadRequest = { method: 'GET', path: PATH, expect: 200 };

/** Warms the stack up. */
export const warmUp = (demand: Demand) => closed(demand, { durationMs: 60_000, count: WARM_UP });

/** What the stack serves to users who wait for each answer, in requests/s. */
export const peakOf = (demand: Demand, { blockMs }: Plan) => closed(demand, { durationMs: blockMs });

async function closed(
  { generator, origin, signal }: Demand,
  limit: { durationMs: number; count?: number },
): Promise<number> {
  const block = { loop: 'closed', origin, connections: CLOSED_CONNECTIONS, timeoutMs: 10_000, leadInMs: 0 } as const;
  const { result } = await generator.run({ ...block, requests: [asked], repeat: true, ...limit }, signal);
  return (result.answered / result.measuredMs) * 1_000;
}

/**
 * Offers so many requests/s, each over a connection of its own if it has to, and gives up waiting as users do.
 * @param onReady called when all connections are open, just before the first request
 */
export async function offer(demand: Demand, rate: number, { blockMs }: Plan, onReady: () => void): Promise<Outcome> {
  const due = dueTimes({ process: 'poisson', rate, durationMs: blockMs, leadInMs: 0 }, seededRandom(demand.seed));
  const { generator, origin, signal } = demand;
  const requests = Array.from(due, () => asked);
  const connections = Math.min(MOST_CONNECTIONS, Math.ceil((rate * PATIENCE_MS) / 1_000));
  const { result } = await generator.run(
    { loop: 'open', origin, connections, openedAhead: connections, timeoutMs: PATIENCE_MS, dueTimes: due, requests },
    signal,
    onReady,
  );
  const perSecond = (count: number) => (count / blockMs) * 1_000;
  const responses = merged([result.response]);
  // From when they were due: who waits for a connection waits, too.
  const good = responses.countWithin(PATIENCE_MS);
  const refused = result.failures['status 503'] ?? 0;
  return {
    offered: perSecond(due.length),
    good: perSecond(good),
    refused: perSecond(refused),
    lost: perSecond(due.length - good - refused),
    p99: responses.percentile(99),
    generatorBusy: result.utilisation,
  };
}
