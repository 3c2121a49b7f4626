import type { LoadRequest, Random } from '@jobly/lab/instrument';
import type { Session } from './session';

/** The order for one block. Everything but the tokens and the origin is the same at every stack. */
export interface BlockOrder {
  /** The target of the requests, for records that must be created there first. */
  origin: string;
  session: Session;
  /** The number of requests. */
  count: number;
  random: Random;
  /** A unique prefix for the names of the records of this block. At most 16 of `a–z 0–9 -`. */
  label: string;
}

/** The requests of one block. */
export interface Prepared {
  requests: LoadRequest[];
  /** Whether each request may be repeated; requests that use something up may not. */
  repeatable: boolean;
  /** Removes the records created for the block or by it, so that every block finds the same data. */
  clear?: () => Promise<void>;
}

/** One operation, or a mix of them, as it is measured. */
export interface Workload {
  /** Its name for `--operations`. */
  name: string;
  /** Method and path in the contract; for a mix, its name. */
  operation: string;
  /** For a mix: the operations and their shares, which add up to 1. */
  mix?: Record<string, number>;
  /**
   * The most requests per second, for operations that would saturate the machine at the rate of the others, or whose
   * blocks would take longer to prepare than to run.
   */
  maxRate?: number;
  /** Called before every block, outside the measurement. */
  prepare(order: BlockOrder): Prepared | Promise<Prepared>;
}

/** The rate for an operation that may be limited to fewer requests per second than the others. */
export const rateOf = (rate: number, { maxRate = Infinity }: Pick<Workload, 'maxRate'>) => Math.min(rate, maxRate);
