import type { PartName } from '../topology';

/** What a part opens connections to: another part of its topology, or its database. */
export type Neighbour = PartName | 'database';

/** What somebody does to a part on purpose, to see what goes on without it. */
export type FaultOrder =
  /** `stop` ends it, `kill` at once; `freeze` and `slow` hold its process; `resume` undoes each, `mend` everything. */
  | { readonly do: 'stop' | 'kill' | 'freeze' | 'slow' | 'resume' | 'mend'; readonly part: PartName }
  /** Breaks the connections that it opens to a neighbour, and lets them be opened again. */
  | { readonly do: 'cut' | 'join'; readonly part: PartName; readonly to: Neighbour };

/** The faults of a part that are in force. */
export interface PartFaults {
  /** `stopped`: it stays down; `frozen`: its process stands still; `slowed`: it stands still most of the time. */
  readonly held?: 'stopped' | 'frozen' | 'slowed';
  /** The neighbours that it cannot reach. */
  readonly cut: readonly Neighbour[];
}
