/**
 * The first place where two JSON values differ: a path such as `body.company.jobs[2].equity`, and both values there.
 */
export interface Difference {
  at: string;
  left: unknown;
  right: unknown;
}

/** The first difference, or undefined. The order of keys does not matter, that of lists does. */
export function firstDifference(left: unknown, right: unknown, at = ''): Difference | undefined {
  if (Object.is(left, right)) return undefined;
  if (Array.isArray(left) && Array.isArray(right)) {
    return firstOf(indexesOf(left, right), (index) => firstDifference(left[index], right[index], `${at}[${index}]`));
  }
  if (isRecord(left) && isRecord(right)) {
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return firstOf(keys, (key) => firstDifference(left[key], right[key], at ? `${at}.${key}` : key));
  }
  return { at, left, right };
}

const indexesOf = (left: unknown[], right: unknown[]) => Array(Math.max(left.length, right.length)).keys();

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function firstOf<T>(items: Iterable<T>, find: (item: T) => Difference | undefined): Difference | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}
