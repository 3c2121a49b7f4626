/** How much may be in use at a time. */
export interface Limit {
  readonly current: number;
  /** Notes that more was wanted than the limit allows. */
  reached(): void;
  stop(): void;
}

/** A limit that stays as it is. */
export const fixedLimit = (current: number): Limit => ({ current, reached: () => {}, stop: () => {} });
