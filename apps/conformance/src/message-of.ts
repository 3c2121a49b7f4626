/** What is said of something thrown, whatever it is. */
export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
