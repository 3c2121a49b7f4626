import { type Problem, tooManyRequests } from '@jobly/contracts';

/** What failed logins are counted by: name and source together, the name wherever from, the source at whatever name. */
export type Scope = 'pair' | 'name' | 'source';

/** A time in which a name must not be tried from a source. */
export interface Rest {
  scope: Scope;
  /** How long it still takes, rounded up. */
  seconds: number;
}

export const tooManyFailures = ({ scope, seconds }: Rest): Problem =>
  tooManyRequests(
    `Too many failed logins ${scope === 'source' ? 'from this address' : 'for this username'}; please try again later`,
    seconds,
  );
