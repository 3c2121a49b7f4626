/** One call asks or tells about at most this many things; well under the body limit. */
export const BATCH_SIZE = 1_000;
