/** What the slow replica has to do for each request, in ms: it can take 100 requests a second, and no more. */
export const HELD_BACK_MS = 10;
