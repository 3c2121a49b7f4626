import type { LoadRequest } from '../load/block';
import type { Random } from '../statistics/random';
import type { Account, Inventory, Session } from './session';

/** The requests of one block. The same at every stack, but for the tokens. */
export interface BlockOfRequests {
  session: Session;
  /** Accounts that no other block has or will have. */
  fresh: Account[];
  count: number;
  random: Random;
}

/** One operation as it is measured. */
export interface Workload {
  /** What `--operations` calls it. */
  name: string;
  /** Method and path in the contract. */
  operation: string;
  /** Requests per second at most, for operations that would saturate the machine at the rate of the others. */
  maxRate?: number;
  /** How many fresh accounts a block of so many requests uses up; none unless said. */
  accountsPerBlock?: (requests: number, inventory: Inventory) => number;
  requests(block: BlockOfRequests): LoadRequest[];
}

/** The first accounts are for workloads that only read; the others are used up, block after block. */
export const SHARED_ACCOUNTS = 5;
