import {
  type BlockResult,
  closedRate,
  createDurations,
  dueTimes,
  type Generator,
  merged,
  OPEN_LOOP_CONNECTIONS,
  seededRandom,
} from '@jobly/lab/instrument';
import { failuresIn } from '@jobly/lab/results';
import { PATH, type Plan } from './plan';

/** Where requests go, and who sends them. */
export interface Asked {
  generator: Generator;
  origin: string;
  signal: AbortSignal;
}

/** What becomes of an offered rate, as a figure of it needs to know. */
export interface OfferedBlock {
  offered: number;
  result: { response: string; answered: number };
  /** How often it was measured: the last time counts. */
  attempts: number;
  /** The machine paused then, too. */
  isLate: boolean;
}

const TIMEOUT_MS = 5_000;
const CONNECTIONS = 32;

/** The generator goes before everything else: who finds it later than that (p99, ms) has found a pause of the machine. */
export const LATE_MS = 2;
const MOST_ATTEMPTS = 3;

const request = { method: 'GET', path: PATH, expect: 200 } as const;

/** Requests/s that users are served who wait for each answer. */
export const closed = ({ generator, origin, signal }: Asked, limit: { durationMs: number; count?: number }) =>
  closedRate(generator, { origin, request, connections: CONNECTIONS, timeoutMs: TIMEOUT_MS, ...limit }, signal);

/** Offers a rate, for so long that enough requests are due; again if the machine paused meanwhile. */
export async function open(
  { generator, origin, signal }: Asked,
  rate: number,
  { blockMs, requests }: Plan,
  seed: number,
): Promise<OfferedBlock> {
  const durationMs = Math.max(blockMs, (requests / rate) * 1_000);
  const due = dueTimes({ process: 'poisson', rate, durationMs, leadInMs: 200 }, seededRandom(seed));
  const block = { loop: 'open', origin, connections: OPEN_LOOP_CONNECTIONS, timeoutMs: TIMEOUT_MS } as const;
  const asked = Array.from(due, () => request);
  for (let attempts = 1; ; attempts += 1) {
    const { result } = await generator.run({ ...block, dueTimes: due, requests: asked }, signal);
    const isLate = merged([result.scheduleError]).valueAt(99) > LATE_MS;
    if (!isLate || attempts === MOST_ATTEMPTS) return { offered: rate, result: withFailures(result), attempts, isLate };
  }
}

/** Who is refused, or not answered at all, has waited longer than anybody. */
function withFailures({ response, answered, dropped, failures }: BlockResult) {
  const lost = dropped + failuresIn(failures);
  const durations = createDurations();
  durations.add(response);
  for (let index = 0; index < lost; index += 1) durations.record(TIMEOUT_MS);
  return { response: durations.encode(), answered: answered + lost };
}
