import type { Owner } from '@jobly/contracts';
import type { PartFaults, PartName, Topology } from '@jobly/stack';

/** What is known of a process of a stack. */
export interface PartState {
  readonly name: PartName;
  readonly title: string;
  readonly topology: Topology;
  /** The modules that share the process; none in a gateway. */
  readonly modules: readonly Owner[];
  readonly url: string;
  /** null while it is down. */
  readonly pid: number | null;
  /** What was done to it on purpose, and is in force. */
  readonly faults: PartFaults;
}

/** What the whole console knows; sent when the page opens, and whenever it changes. */
export interface ConsoleState {
  readonly parts: readonly PartState[];
  /** What is being measured on this machine; the console then asks the stacks nothing by itself. */
  readonly measuring: string | null;
}
