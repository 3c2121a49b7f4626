import type { Arrow, Box } from '@jobly/architecture';
import type { PublicOperations } from '@jobly/contracts';
import type { Neighbour, PartName, Topology } from '@jobly/stack';

/** What the page draws of a box; the code says what there is. */
export type DrawnBox = Pick<Box, 'id' | 'kind' | 'name' | 'within'>;

export type DrawnArrow = Arrow;

export interface Drawing {
  readonly boxes: readonly DrawnBox[];
  readonly arrows: readonly DrawnArrow[];
}

export type Drawings = Partial<Record<Topology, Drawing>>;

/** What does not change while the console runs. */
export interface ArchitectureFacts {
  readonly drawings: Drawings;
  /** In the order of the contract; `title` is method and path. */
  readonly operations: readonly { readonly name: OperationName; readonly title: string }[];
}

/** `silent`: it does not answer within 2.5 s; `unready`: it says that it cannot serve, without its database for instance. */
export type Health = 'ready' | 'unready' | 'silent';

/** The figures of one process now; null where they are not known. */
export interface PartFigures {
  readonly name: PartName;
  /** The requests that it receives, without health checks and scrapes; in the last second. */
  readonly requestsPerS: number | null;
  /** Of one CPU, in the last second. */
  readonly cpuPercent: number | null;
  /** Its resident set. */
  readonly memoryMiB: number | null;
  readonly health: Health | null;
}

/** The event `figures`, once a second while somebody watches. */
export type Figures = readonly PartFigures[];

/** What somebody wants done to a part, as the page sends it. */
export type Order =
  | { readonly do: 'stop' | 'kill' | 'freeze' | 'slow' | 'resume' | 'mend'; readonly part: PartName }
  | { readonly do: 'cut' | 'join'; readonly part: PartName; readonly to: Neighbour }
  | { readonly do: 'mend-all' };

export type OperationName = keyof PublicOperations;

/** What became of one request to an operation. */
export interface Outcome {
  /** `slow`: the right answer, after more than a second. */
  readonly is: 'works' | 'slow' | 'fails';
  /** From sending the request to the end of its answer, or until nobody waited any longer (ms). */
  readonly ms: number;
  /** The status, or why there is none. */
  readonly answer: number | 'no connection' | 'no answer' | 'not prepared';
}

/** One stack's row of answers: all of one round, or those of a round and of the one before it. */
export interface StackOutcomes {
  readonly topology: Topology;
  readonly outcomes: Partial<Record<OperationName, Outcome>>;
}

/** What is wrong with a part. */
export interface FaultInForce {
  readonly part: PartName;
  /** `down`: it has ended, and is about to be restarted. */
  readonly is?: 'stopped' | 'frozen' | 'slowed' | 'down';
  /** The neighbours that it cannot reach. */
  readonly cut: readonly Neighbour[];
}

/** The event `blast-radius`; the same is answered to a page that says that it watches. */
export interface BlastRadius {
  readonly stacks: readonly StackOutcomes[];
  /** The faults in force while the latest whole round was made. */
  readonly faults: readonly FaultInForce[];
  /** When that round ended (ms since 1970); null before the first. */
  readonly endedAt: number | null;
  /** Whether a round is being made. */
  readonly isChecking: boolean;
}
