/** An assumption that the reader may change, as people write it. */
export interface Assumption {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

/** Where the coefficients come from. */
export interface Measured {
  /** The run. */
  readonly id: string;
  readonly kept: boolean;
  readonly startedAt: string;
  readonly machine: string;
  readonly quick: boolean;
  readonly launches: number;
  /** How well loads were predicted that nothing was measured with: the run's verdict. */
  readonly verdict: string;
}

export interface WhatIf {
  readonly measured: Measured;
  readonly assumptions: readonly Assumption[];
  readonly stacks: readonly string[];
  /** One row for each figure, one cell for each stack; none if an assumption cannot be. */
  readonly rows: readonly { readonly figure: string; readonly cells: readonly string[] }[];
  /** What moves the figures most, or what is wrong with the assumptions. */
  readonly said: string;
  /** The assumptions that cannot be, by name, and why. */
  readonly wrong: Readonly<Record<string, string>>;
}
