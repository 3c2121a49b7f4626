/** When the disk is full and when there is space again, and how long is watched in all (ms). */
export const DISK_SCHEDULE = { fullMs: 1_500, emptyMs: 6_500, watchedMs: 10_000 };
