import { differenceOf, type Interval } from '@jobly/lab/instrument';
import type { Apart } from './distance';
import type { Count, Sample } from './sample';

/** What the microservices add to some operations, each of them once (ms), and to how many round trips in a row. */
export interface Price {
  monolithMs: Interval;
  microMs: Interval;
  addedMs: Interval;
  addedRoundTrips: Record<Apart, number>;
}

/** The price without any relays, block by block of the same round. */
export function priceOf(
  operations: readonly string[],
  samples: readonly Sample[],
  counts: readonly Count[],
  seed: number,
): Price {
  const own = samples.filter(({ operation, apart }) => apart === 'nothing' && operations.includes(operation));
  const rounds = Map.groupBy(own, ({ launch, round }) => `${launch} ${round}`).values();
  const pairs = Array.from(rounds, (ofRound) => {
    const total = (stack: string) => sumOf(ofRound.filter((one) => one.stack === stack).map((one) => one.responseMs));
    return { base: total('monolith'), other: total('micro'), launch: ofRound[0]!.launch };
  });
  const alone = (side: 'base' | 'other') =>
    differenceOf(
      pairs.map((pair) => ({ base: 0, other: pair[side], launch: pair.launch })),
      { seed },
    );
  const added = (apart: Apart) => {
    const inARow = (stack: string) =>
      sumOf(
        counts
          .filter((one) => one.stack === stack && operations.includes(one.operation))
          .map((one) => one.inARow[apart]),
      );
    return inARow('micro') - inARow('monolith');
  };
  return {
    monolithMs: alone('base'),
    microMs: alone('other'),
    addedMs: differenceOf(pairs, { seed }),
    addedRoundTrips: { services: added('services'), everything: added('everything') },
  };
}

/** The round-trip time (ms) at which distance adds as much as CPU does; undefined if it adds nothing, or CPU perhaps nothing. */
export function halfDistance({ addedMs, addedRoundTrips }: Price, apart: Apart): Interval | undefined {
  const roundTrips = addedRoundTrips[apart];
  if (roundTrips <= 0 || addedMs.low <= 0) return undefined;
  const { estimate, low, high } = addedMs;
  return { estimate: estimate / roundTrips, low: low / roundTrips, high: high / roundTrips };
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
