import type { Plan } from '../plan';

/** Which replica of which pair is restarted, and when it is asked to stop (ms). */
export interface Turn {
  pair: number;
  replica: number;
  dueMs: number;
}

/**
 * Every process in turn, its replicas one after the other, as often as it takes to be restarts enough; and for how long
 * clients ask meanwhile (ms).
 */
export function turnsOf(pairs: number, { replicas, least, everyMs }: Plan['restarts']) {
  const round = Array.from({ length: pairs }, (_, pair) =>
    Array.from({ length: replicas }, (__, replica) => ({ pair, replica })),
  ).flat();
  const rounds = Math.ceil(least / round.length);
  const turns = Array.from({ length: rounds }, () => round)
    .flat()
    .map((one, index): Turn => ({ ...one, dueMs: index * everyMs }));
  return { turns, durationMs: turns.length * everyMs };
}
