import type { Operation } from '../record/entries';

export interface Violation {
  kind:
    /** Acknowledged, but not in the final state. */
    | 'lost'
    /** A read that does not show what had been acknowledged before. */
    | 'stale'
    /** Its client was told that nothing was done. */
    | 'refused but done'
    /** An end that no state of the record explains. */
    | 'impossible'
    /** One creation has made two records. */
    | 'duplicate'
    /** A record whose parent is gone. */
    | 'orphan'
    /** A parent was said to be missing, although nobody has deleted it. */
    | 'denied'
    /** An answer that the contract does not have. */
    | 'wrong answer';
  message: string;
  record: string;
  /** What was done with the record. */
  operations: Operation[];
}
