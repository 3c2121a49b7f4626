/** When the disk is full and when there is space again, and how long is watched in all (ms). */
export const DISK_SCHEDULE = { fullMs: 2_000, emptyMs: 8_000, watchedMs: 16_000 };
