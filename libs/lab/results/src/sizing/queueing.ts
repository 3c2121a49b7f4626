/** How long something waits: most likely not at all, and otherwise a time that is exponentially distributed. */
export interface Wait {
  /** The probability of having to wait. */
  likely: number;
  /** Over all, those included that do not wait (ms). */
  mean: number;
}

/**
 * At one processor that does one thing after the other: with probability ρ, and ρ/(1−ρ) of the work on average (M/M/1;
 * Kleinrock, "Queueing Systems", vol. 1, 1975).
 */
export const waitForOne = (utilisation: number, work: number): Wait =>
  utilisation < 1
    ? { likely: Math.max(0, utilisation), mean: (work * Math.max(0, utilisation)) / (1 - utilisation) }
    : { likely: 1, mean: Infinity };

/** At several processors with one queue: with the probability that Erlang's C gives (M/M/c; ibid.). */
export function waitForSeveral(processors: number, utilisation: number, work: number): Wait {
  if (utilisation >= 1) return { likely: 1, mean: Infinity };
  const likely = erlangC(processors, processors * Math.max(0, utilisation));
  return { likely, mean: (work * likely) / (processors * (1 - utilisation)) };
}

/** From Erlang's B by its recursion. */
function erlangC(processors: number, offered: number): number {
  let blocked = 1;
  for (let servers = 1; servers <= processors; servers++) blocked = (offered * blocked) / (servers + offered * blocked);
  const utilisation = offered / processors;
  return blocked / (1 - utilisation + utilisation * blocked);
}

/**
 * Several waits one after the other, independent of each other as in a network of such queues (Jackson, "Networks of
 * waiting lines", 1957): the probability and the mean are exact, and the sum is taken to be exponential again.
 */
export const allOf = (waits: readonly Wait[]): Wait => ({
  likely: 1 - waits.reduce((none, { likely }) => none * (1 - likely), 1),
  mean: waits.reduce((sum, { mean }) => sum + mean, 0),
});

/** The probability of waiting no longer than this (ms). */
export function isOverWithin({ likely, mean }: Wait, ms: number): number {
  if (ms < 0) return 0;
  if (likely === 0 || mean === 0) return 1;
  return 1 - likely * Math.exp((-ms * likely) / mean);
}
