import { type WayOfSharing, waysOfSharing } from '@jobly/contracts';
import { armName } from '@jobly/lab/runner';

const STACKS = ['monolith', 'micro'] as const;

/** A stack that shares data in one of the ways. */
export interface Way {
  /** Also the name of its arm. */
  name: string;
  topology: (typeof STACKS)[number];
  sharing: WayOfSharing;
}

/** Every way of each stack, its default first. */
export const ways: readonly Way[] = STACKS.flatMap((topology) =>
  waysOfSharing[topology].map((sharing) => ({ name: armName(topology, sharing), topology, sharing })),
);

/** The way that those of a stack are compared with. */
export const usualOf = (topology: Way['topology']): Way => ways.find((way) => way.topology === topology)!;

/** Those that are compared with it. */
export const others: readonly Way[] = ways.filter((way) => way !== usualOf(way.topology));

/** The way that all requests/s are compared with. */
export const MONOLITH = usualOf('monolith');
