import type { Crossing } from '@jobly/lab/instrument';

/**
 * How many of these crossings came one after the other: the most of which none began before another had ended. Those that
 * ran beside each other, and the pieces of one message, overlap and count once, as long as a crossing takes much longer
 * than what lies between two of them. (Earliest end first: Kleinberg & Tardos, "Algorithm Design", 4.1.)
 */
export function inARow(crossings: readonly Crossing[]): number {
  let count = 0;
  let last = -Infinity;
  for (const { taken, delivered } of crossings.toSorted((one, other) => one.delivered - other.delivered)) {
    if (taken < last) continue;
    count += 1;
    last = delivered;
  }
  return count;
}
