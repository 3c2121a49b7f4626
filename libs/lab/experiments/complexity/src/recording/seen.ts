import type { Breach, Edge } from '@jobly/architecture';
import type { SeenEdge } from './edges';

const keyOf = ({ from, to, operation }: SeenEdge) => `${from} → ${to}: ${operation}`;

/** The calls that were seen, and that nothing in the code declares: what reads the code has overlooked them. */
export function undeclaredIn(declared: readonly Edge[], seen: readonly SeenEdge[]): Breach[] {
  const known = new Set(declared.map(keyOf));
  const distinct = new Map(seen.map((edge) => [keyOf(edge), edge]));
  return [...distinct.values()]
    .filter((edge) => !known.has(keyOf(edge)))
    .map(({ from, to, operation }) => ({
      what: `${from} called ${operation} of ${to} when it ran, which was not found in the code`,
      place: 'seen in a running process',
    }));
}

/** The calls that the code declares, and that nobody has made. */
export const unseenIn = (declared: readonly Edge[], seen: readonly SeenEdge[]): Breach[] =>
  timesSeen(declared, seen)
    .filter(({ times }) => times === 0)
    .map(({ edge: { from, to, operation, place } }) => ({
      what: `${from} was never seen to call ${operation} of ${to}`,
      place,
    }));

/** How often each call that the code declares was seen. */
export function timesSeen(declared: readonly Edge[], seen: readonly SeenEdge[]): { edge: Edge; times: number }[] {
  const live = Map.groupBy(seen, keyOf);
  return declared.map((edge) => ({ edge, times: live.get(keyOf(edge))?.length ?? 0 }));
}
