/**
 * The first place where two JSON values differ: a path such as `body.company.jobs[2].equity`, and both values there.
 */
export interface Difference {
  at: string;
  left: unknown;
  right: unknown;
}

/** The first difference, or undefined. The order of keys does not matter, that of lists does. */
export const firstDifference = (left: unknown, right: unknown): Difference | undefined =>
  firstAt('', left, right, (one, other) => new Set([...Object.keys(one), ...Object.keys(other)]));

/**
 * The first place where the right value lacks something that the left one has, or has it otherwise; undefined if there
 * is none. Further fields of an object are no loss: a client that does not know them does not read them.
 */
export const firstLoss = (left: unknown, right: unknown): Difference | undefined =>
  firstAt('', left, right, (one) => Object.keys(one));

type JsonObject = Record<string, unknown>;

/** The keys of two objects that have to be the same in both. */
type KeysOf = (left: JsonObject, right: JsonObject) => Iterable<string>;

function firstAt(at: string, left: unknown, right: unknown, keysOf: KeysOf): Difference | undefined {
  if (Object.is(left, right)) return undefined;
  if (Array.isArray(left) && Array.isArray(right)) {
    return firstOf(indexesOf(left, right), (index) => firstAt(`${at}[${index}]`, left[index], right[index], keysOf));
  }
  if (isRecord(left) && isRecord(right)) {
    return firstOf(keysOf(left, right), (key) => firstAt(at ? `${at}.${key}` : key, left[key], right[key], keysOf));
  }
  return { at, left, right };
}

const indexesOf = (left: unknown[], right: unknown[]) => Array(Math.max(left.length, right.length)).keys();

const isRecord = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function firstOf<T>(items: Iterable<T>, find: (item: T) => Difference | undefined): Difference | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}
