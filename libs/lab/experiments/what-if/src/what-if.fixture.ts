import { type Operation, TIMES_AT } from '@jobly/lab/results';
import type { Measured } from './block';
import type { Launch } from './launch';
import { calibrations, checks, type Load } from './plan';

/** Of a read; a write takes twice that (ms). */
const CPU = { front: 1, database: 0.25 };

/** What each part does at any rate (ms/s). */
export const FIXED = 10;

export const PARTS = [
  { name: 'front', kind: 'process' },
  { name: 'database', kind: 'database' },
] as const;

/** What it serves in a closed loop, in hundreds of requests/s. */
export const SCALE = 4;

export const OPERATIONS: readonly Operation[] = (['reads', 'writes'] as const).map((kind) => ({
  ...{ operation: kind, kind, share: 1, roundTrips: 1 },
  needs: PARTS.map(({ name }) => name),
}));

/** A load of a stack whose CPU is a line and whose requests take 0.01 to 0.99 ms, without any waiting. */
export function madeUpMeasured({ reads, share }: Load, speed: number): Measured {
  const rate = share * 100 * SCALE;
  const perRequest = (ms: number) => ms * speed * (reads + 2 * (1 - reads));
  return {
    ...{ reads, share, rate, requests: 1_000, failed: 0, generatorBusy: 0, scheduleError: 0.2, others: 0 },
    times: TIMES_AT.map((at) => at / 100),
    cpu: {
      front: FIXED + rate * perRequest(CPU.front),
      database: FIXED + rate * perRequest(CPU.database),
    },
  };
}

/** Launches of a stack that differ in what a request takes. */
export const madeUpLaunches = (speeds: readonly number[]): Launch[] =>
  speeds.map((speed, index) => ({
    ...{ stack: 'monolith', launch: index + 1, peak: 100 * SCALE, memory: { front: 150 } },
    calibrations: calibrations.map((load) => madeUpMeasured(load, speed)),
    checks: checks.map((load) => madeUpMeasured(load, speed)),
  }));
