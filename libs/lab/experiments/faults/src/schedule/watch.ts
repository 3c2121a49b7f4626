import { evenly, type Observed, seededRandom, sendAll } from '@jobly/lab/instrument';
import { asked } from './operations';
import type { Exposed, Part } from './parts';
import type { People } from './people';
import { SCHEDULE, type Strike } from './strikes';

/** Requests/s for each operation. */
const RATE_EACH = 5;

/** Everything that was seen while one part failed in one way. */
export interface Watched {
  stack: Exposed['stack'];
  part: string;
  strike: string;
  observed: (Observed & { operation: string })[];
}

/** Asks for every operation, evenly and whatever is answered, while a part fails and is mended. */
export async function watch(
  { stack, origin }: Exposed,
  part: Part,
  strike: Strike,
  people: People,
  { seed, signal }: { seed: number; signal: AbortSignal },
): Promise<Watched> {
  const { beginsMs, endsMs, watchedMs } = SCHEDULE;
  const rate = RATE_EACH * asked.length;
  const turns = Array.from({ length: (rate * watchedMs) / 1_000 }, (_, index) => asked[index % asked.length]!);
  const requests = turns.map(({ request }) => request(people));
  const planned = evenly(requests, { rate, leadInMs: 0, durationMs: watchedMs }, seededRandom(seed));
  const events = [
    { dueMs: beginsMs, act: () => part.relay.behave(strike.behaviour) },
    { dueMs: endsMs, act: () => part.relay.behave({ kind: 'passing' }) },
  ];
  try {
    const observed = await sendAll(origin, planned, events, {
      label: `${stack}-${part.name}`.replace(/ /g, '-'),
      signal,
    });
    const named = observed.map((one, index) => ({ ...one, operation: turns[index]!.name }));
    return { stack, part: part.name, strike: strike.name, observed: named };
  } finally {
    part.relay.behave({ kind: 'passing' });
  }
}
