/** The machine's monotonic clock, in ms. All processes read the same one, so their times can be compared. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;
