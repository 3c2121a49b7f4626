// Looked up once: a bootstrap draws tens of millions of numbers.
const { floor, imul } = Math;

/** A source of numbers in [0, 1). */
export type Random = () => number;

/** Mulberry32: small, fast and, above all, the same on every machine for the same seed. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An integer that depends on every part: gives each block of a run its own, repeatable randomness (FNV-1a). */
export function seedOf(...parts: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of parts.join('\u0000')) {
    hash = imul(hash ^ character.codePointAt(0)!, 0x01000193);
  }
  return hash >>> 0;
}

/** One of the items, all equally likely. They may be more than an array in memory could hold. */
export function pick<T>(random: Random, items: { readonly length: number; at(index: number): T | undefined }): T {
  const item = items.at(floor(random() * items.length));
  if (item === undefined) throw new RangeError('There is nothing to pick from');
  return item;
}

/** Fisher–Yates. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = floor(random() * (last + 1));
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}
