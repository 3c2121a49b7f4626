import type { Apart } from './distance';
import type { StackName } from './distant';
import type { Seen } from './measure';

/** One block: an operation of a stack at one distance. */
export interface Sample extends Seen {
  operation: string;
  stack: StackName;
  /** `nothing` is a stack without any relays, whose round trips take no time. */
  apart: Apart | 'nothing';
  launch: number;
  round: number;
  /** As it was set, for each way (ms). */
  delayMs: number;
}

/** What one request of an operation makes. */
export interface Count {
  operation: string;
  stack: StackName;
  /** Round trips one after the other, as the links see them. */
  inARow: Record<Apart, number>;
  /** Calls between processes and statements, whether one after the other or not, as the processes count them. */
  calls: number;
  statements: number;
}
