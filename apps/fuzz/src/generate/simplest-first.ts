/** Lets a choice shrink to its first alternative, which is the simplest. */
export const SIMPLEST_FIRST = { withCrossShrink: true };
