import type { Feature } from './feature';

/** The features, in the order in which they are counted. */
export const features: readonly Feature[] = [];
