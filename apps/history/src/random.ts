/** Numbers that only depend on a seed. */
export interface Random {
  /** From 0 to below 1. */
  next: () => number;
  /** A whole number from `from` to below `below`. */
  between: (from: number, below: number) => number;
  pick: <T>(list: readonly T[]) => T;
}

/**
 * The generator mulberry32, which is small and good enough to vary tests
 * (https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32).
 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, below: number) => from + Math.floor(next() * (below - from));
  return { next, between, pick: (list) => list[between(0, list.length)]! };
}
