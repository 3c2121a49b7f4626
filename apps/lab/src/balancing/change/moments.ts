/** What the moments of a change are called, after the replica; the report finds them by these names. */
export const MOMENTS = {
  killed: 'killed',
  started: 'started',
  ready: 'ready',
  first: 'answers its first read',
} as const;
