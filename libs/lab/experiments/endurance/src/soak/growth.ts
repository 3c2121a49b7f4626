import { type Interval, slopeInterval } from '@jobly/lab/instrument';
import { type ProcessMemory, sizeOf } from '../memory';

/** The resident sets of all processes of a stack but the database's at one time. */
export interface Reading {
  /** Since the beginning of the load. */
  atMs: number;
  resident: ProcessMemory;
}

/** Neighbouring readings are alike, so the means of windows are what is independent enough for an interval. */
const WINDOWS = 10;

/** The memory of one window of time (MiB). */
export interface Window {
  /** Its middle, in minutes from the beginning. */
  minutes: number;
  mean: number;
  least: number;
  most: number;
}

export interface Growth {
  /** In the first window and in the last (MiB). */
  first: number;
  last: number;
  /** MiB a minute. */
  slope: Interval;
  /** Along the slope, from the beginning to the end, as a share of the memory at the beginning. */
  change: Interval;
}

/** The readings in windows of equal length; of all processes, or of one. */
export function windowsOf(readings: readonly Reading[], process?: string): Window[] {
  const most = Math.max(...readings.map(({ atMs }) => atMs));
  const windows = Map.groupBy(readings, ({ atMs }) => Math.min(WINDOWS - 1, Math.floor((atMs / most) * WINDOWS)));
  return Array.from(windows, ([index, mine]) => {
    const sizes = mine.map(({ resident }) => sizeOf(resident, process));
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    const minutes = ((index + 0.5) / WINDOWS) * (most / 60_000);
    return { minutes, mean, least: Math.min(...sizes), most: Math.max(...sizes) };
  });
}

/** How memory grows along a straight line through its windows, which are in order of time. */
export function growthOf(windows: readonly Window[]): Growth {
  const [first, last] = [windows[0]!, windows.at(-1)!];
  const slope = slopeInterval(windows.map(({ minutes, mean }) => ({ x: minutes, y: mean })));
  const share = (last.minutes - first.minutes) / first.mean;
  const { estimate, low, high } = slope;
  return {
    first: first.mean,
    last: last.mean,
    slope,
    change: { estimate: estimate * share, low: low * share, high: high * share },
  };
}
