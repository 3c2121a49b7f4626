/**
 * The ways in which modules share what they show of each other's data (DATA_SHARING), in each architecture; the first is
 * its default. Only one database can join, and only separate processes have a round trip to save.
 */
export const waysOfSharing = {
  monolith: ['call', 'join'],
  micro: ['call', 'cached', 'replica'],
} as const;

export type WayOfSharing = (typeof waysOfSharing)[keyof typeof waysOfSharing][number];
