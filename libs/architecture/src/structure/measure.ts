import type { System, Topology } from '../reading/system';

/** One thing that was counted, and where it is in the code. */
export interface Item {
  readonly what: string;
  /** `libs/jobs/src/jobs.ts:12` */
  readonly place: string;
  /** Counts for so many; 1 by default. */
  readonly amount?: number;
}

/** A row of the structure: in every topology the sum of a list. */
export interface Measure {
  /** By which conclusions find it. */
  readonly name: string;
  readonly title: string;
  of(topology: Topology, system: System): Item[];
}

export const sumOf = (items: readonly Item[]): number => items.reduce((sum, { amount = 1 }) => sum + amount, 0);

/** The first item of each kind. */
export const distinct = (items: readonly Item[]): Item[] =>
  [...new Map(items.toReversed().map((item) => [item.what, item])).values()].toReversed();
