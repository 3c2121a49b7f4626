import { type Random, shuffled } from '@jobly/lab/instrument';

/** A turn of one arm; the two arms with the same pair number are compared with each other. */
export interface Turn<T> {
  arm: T;
  pair: number;
}

/**
 * The arms in random order, then in reverse: A B B A for two. A machine that gets steadily slower or faster favours
 * none, and each round yields two pairs.
 */
export function mirroredRound<T>(arms: readonly T[], round: number, random: Random): Turn<T>[] {
  const order = shuffled(random, arms);
  return [
    ...order.map((arm) => ({ arm, pair: 2 * round })),
    ...order.toReversed().map((arm) => ({ arm, pair: 2 * round + 1 })),
  ];
}
