/** The names of a change's moments, to follow the replica's. */
export const MOMENTS = {
  killed: 'killed',
  started: 'started',
  ready: 'ready',
  first: 'answers its first read',
} as const;

/** The conclusion finds the moments by these. */
export type Moment = keyof typeof MOMENTS;
