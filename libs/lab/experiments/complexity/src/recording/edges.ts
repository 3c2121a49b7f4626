import { type Called } from '../recorder/entry';
import { calleeOf } from './answered';
import type { Notes } from './notes';
import { operationOf } from './operation-of';

/** Something that one process was seen to ask of another. */
export interface SeenEdge {
  readonly from: string;
  readonly to: string;
  readonly operation: string;
}

/** Every call between the processes of a stack. */
export const edgesSeen = (all: readonly Notes[]): SeenEdge[] =>
  all.flatMap(({ process: from, entries }) =>
    entries
      .filter((entry): entry is Called => entry.kind === 'called')
      .map((call) => ({ from, to: calleeOf(call, all)?.process ?? `port ${call.port}`, operation: operationOf(call) })),
  );
