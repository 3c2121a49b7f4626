/** An operation in the interface of a service, with the types that it takes and returns. */
export interface InterfaceOperation {
  readonly name: string;
  readonly takes: readonly string[];
  /** Null if it returns nothing. */
  readonly returns: string | null;
}

/** All pairs of different operations. */
export const pairsOf = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((one, index) => items.slice(index + 1).map((other): [T, T] => [one, other]));
