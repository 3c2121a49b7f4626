import type { Outcome } from '../http/exchange';
import type { Wire } from '../http/wire';

/** A way in which the two stacks may differ, as narrow as it can be. */
export interface Permitted {
  why: string;
  allows: (sent: Wire, monolith: Outcome, micro: Outcome) => boolean;
}

/** Every difference that is not a fault; there is none at the moment. */
export const permitted: Permitted[] = [];
