import type { Needs } from './needs';

/** The share of the time for which each process and each database is supposed to be up. */
export const UP = 0.999;

const MINUTES_OF_A_MONTH = 30 * 24 * 60;

/** The share of the time for which everything that is needed is up, if nothing fails together: UP ^ n for n parts. */
export const availabilityOf = ({ processes, databases }: Needs): number => UP ** (processes.size + databases.size);

/** The rest of a month of 30 days, in minutes. */
export const outageOf = (availability: number): number => (1 - availability) * MINUTES_OF_A_MONTH;
