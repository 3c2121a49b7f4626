import type { Value } from '../record/entries';

/** One operation on a record, as far as it says anything about the record. */
export interface Step {
  invokedAt: number;
  /** Infinity: it is not known whether it has taken effect; if it has, it was at any time after its invocation. */
  completedAt: number;
  /** The value afterwards; undefined if the operation could not have ended as it did where the record was so before. */
  apply: (before: Value) => Value | undefined;
}

/**
 * Whether there is an order of the steps on a record, absent at first, in which each takes effect at one moment between
 * its invocation and its completion, and ends as it did. The search is that of Wing and Gong (Testing and Verifying
 * Concurrent Objects, 1993), which never tries the same set of steps with the same value twice, as Lowe proposes
 * (Testing for Linearizability, 2017).
 */
export function isLinearizable(steps: Step[]): boolean {
  const ordered = steps.toSorted((one, other) => one.invokedAt - other.invokedAt);
  const tried = new Set<string>();

  function search(taken: bigint, value: Value): boolean {
    const situation = `${taken} ${JSON.stringify(value)}`;
    if (tried.has(situation)) return false;
    tried.add(situation);
    const left = ordered.flatMap((step, at) => ((taken >> BigInt(at)) & 1n ? [] : [{ step, at }]));
    const firstEnd = Math.min(...left.map(({ step }) => step.completedAt));
    // What is left has no known end, and need not have taken effect.
    if (firstEnd === Infinity) return true;
    return left
      .filter(({ step }) => step.invokedAt <= firstEnd)
      .some(({ step, at }) => {
        const next = step.apply(value);
        return next !== undefined && search(taken | (1n << BigInt(at)), next);
      });
  }
  return search(0n, null);
}
