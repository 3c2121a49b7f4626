/** The most things that one call asks or tells about; well under the body limit. */
export const BATCH_SIZE = 1_000;
