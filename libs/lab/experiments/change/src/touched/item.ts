/** One thing that a feature touches. */
export interface Item {
  readonly what: string;
  /** `libs/jobs/src/jobs.ts:12`, after the change. */
  readonly place: string;
  /** Of lines: how many are new there, and how many are gone. */
  readonly added?: number;
  readonly removed?: number;
}
