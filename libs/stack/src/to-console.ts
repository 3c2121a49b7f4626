import type { FaultOrder, PartFaults } from './faults/order';
import type { PartName } from './topology';

/** A process of a stack, as the launcher knows it. */
export interface LaunchedPart {
  readonly name: PartName;
  readonly url: string;
  /** null while it is down. */
  readonly pid: number | null;
  readonly faults: PartFaults;
}

/** What the launcher sends to the console over its IPC channel. */
export type ToConsole =
  /** At first, and whenever it has changed. */
  | { readonly parts: readonly LaunchedPart[] }
  /** How many requests a part has received since it counts. */
  | { readonly name: PartName; readonly received: number }
  /** The answer to an order: it is done, or why not, in a sentence. */
  | { readonly answer: number; readonly refused?: string };

/** What the console sends to the launcher: an order with a number, by which it is answered. */
export interface FromConsole {
  readonly id: number;
  readonly order: FaultOrder | { readonly do: 'mend-all' } | { readonly do: 'count'; readonly on: boolean };
}
