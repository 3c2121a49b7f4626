import type { Shared } from '../shared';

/** Asks the neighbour each time: never wrong, and as slow and as often out of reach as the neighbour is. */
export const call = <Views>(views: Views): Shared<Views> => ({
  views,
  informedBy: (events) => events,
  metrics: [],
  workers: [],
});
