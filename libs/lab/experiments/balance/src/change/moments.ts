/** What the moments of a change are called, after the replica. */
export const MOMENTS = {
  killed: 'killed',
  started: 'started',
  ready: 'ready',
  first: 'answers its first read',
} as const;

/** By which the conclusion finds them. */
export type Moment = keyof typeof MOMENTS;
