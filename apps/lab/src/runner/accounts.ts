/** Accounts from this one up to, not including, that one. */
export interface AccountRange {
  from: number;
  to: number;
}

/** Hands out ranges of accounts, each once; whoever comes with the same key gets the same range. */
export function createAccountBook(first: number) {
  const ranges = new Map<string, AccountRange>();
  let next = first;
  return {
    rangeFor(key: string, count: number): AccountRange {
      const known = ranges.get(key);
      if (known) return known;
      const range = { from: next, to: next + count };
      next = range.to;
      ranges.set(key, range);
      return range;
    },
    /** How many accounts there must be. */
    get total() {
      return next;
    },
  };
}
