import { evenly, type Observed, seededRandom, sendAll } from '@jobly/lab/instrument';
import { asked } from '../operations';
import type { People } from '../people';
import type { Fault } from './fault';
import { SCHEDULE } from './strikes';

/** Requests/s for each operation. */
export const RATE_EACH = 5;

/** Everything that was seen during one fault. */
export interface Watched extends Pick<Fault, 'stack' | 'part' | 'strike' | 'isOutage' | 'mendedMs'> {
  observed: (Observed & { operation: string })[];
}

/** Asks for every operation, evenly and whatever is answered, while a part fails and is mended. */
export async function watch(
  { origin, people }: { origin: string; people: People },
  fault: Fault,
  { seed, signal }: { seed: number; signal: AbortSignal },
): Promise<Watched> {
  const { stack, part, strike, isOutage, mendedMs } = fault;
  const { beginsMs, endsMs, watchedMs } = SCHEDULE;
  const rate = RATE_EACH * asked.length;
  const turns = Array.from({ length: (rate * watchedMs) / 1_000 }, (_, index) => asked[index % asked.length]!);
  const requests = turns.map(({ request }) => request(people));
  const planned = evenly(requests, { rate, leadInMs: 0, durationMs: watchedMs }, seededRandom(seed));
  const events = [
    { dueMs: beginsMs, act: () => fault.begin() },
    { dueMs: endsMs, act: () => fault.end() },
  ];
  try {
    const label = `${stack}-${part}`.replace(/ /g, '-');
    const observed = await sendAll(origin, planned, events, { label, signal });
    const named = observed.map((one, index) => ({ ...one, operation: turns[index]!.name }));
    return { stack, part, strike, isOutage, mendedMs, observed: named };
  } finally {
    fault.end();
  }
}
