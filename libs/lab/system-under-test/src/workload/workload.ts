import type { LoadRequest, Random } from '@jobly/lab/instrument';
import type { Session } from './session';

/** What one block needs. Everything but the tokens and the origin is the same at every stack. */
export interface BlockOrder {
  /** Where the requests will go, for what has to be made there before. */
  origin: string;
  session: Session;
  /** How many requests. */
  count: number;
  random: Random;
  /** Nobody else's: a prefix for the names of what is made for this block. At most 16 of `a–z 0–9 -`. */
  label: string;
}

/** The requests of one block. */
export interface Prepared {
  requests: LoadRequest[];
  /** Whether each may be sent over and over; those that use something up may not. */
  repeatable: boolean;
  /** Removes what was made for the block or by it, so that every block finds the same data. */
  clear?: () => Promise<void>;
}

/** One operation, or a mix of them, as it is measured. */
export interface Workload {
  /** What `--operations` calls it. */
  name: string;
  /** Method and path in the contract; of a mix, what it is called. */
  operation: string;
  /** Of a mix: the operations and their shares, which add up to 1. */
  mix?: Record<string, number>;
  /**
   * Requests per second at most, for operations that would saturate the machine at the rate of the others, or whose
   * blocks would take longer to prepare than to run.
   */
  maxRate?: number;
  /** Called before every block and outside of what is measured. */
  prepare(order: BlockOrder): Prepared | Promise<Prepared>;
}

/** Requests per second for an operation that may want fewer than the others. */
export const rateOf = (rate: number, { maxRate = Infinity }: Pick<Workload, 'maxRate'>) => Math.min(rate, maxRate);
