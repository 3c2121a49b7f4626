import type { Observed } from '@jobly/lab/instrument';
import type { Capacity } from '../calibration';
import type { Course } from '../course';
import type { ElasticPart } from '../fleet/parts';
import type { Watched } from '../observe';

const read = (dueMs: number, more: Partial<Observed> = {}): Observed => ({
  ...{ requestId: String(dueMs), method: 'GET', dueMs, settledMs: dueMs + 20 },
  ...more,
});

/** Ten seconds of 200 requests/s, with two of which one is refused and one fails; a second replica is late by one second. */
export function madeUpCourse(more: Partial<Course> = {}): Course {
  const observed = Array.from({ length: 2_000 }, (_, index) => read(index * 5));
  observed[1_000] = read(5_000, { failure: 'status 503' });
  observed[1_001] = read(5_005, { failure: 'ECONNRESET', settledMs: 9_000 });
  return {
    ...{ stack: 'monolith', curve: 'a step', durationMs: 10_000, generatorBusy: 0.2, others: 0.01, cut: 0 },
    observed,
    deployments: new Map([['monolith', followed(5_000, 6_000)]]),
    ...more,
  };
}

/** A second replica is needed from one moment on, and ready from another. */
export const followed = (neededMs: number, readyMs: number) => ({
  demand: twoFrom(neededMs),
  supply: twoFrom(readyMs),
  cpuMs: 1_000,
});

const twoFrom = (fromMs: number) => Array.from({ length: 100 }, (_, index) => (index * 100 < fromMs ? 1 : 2));

const capacity = (perSecond: number): Capacity => ({ capacity: perSecond, cpuMs: 100 / perSecond, received: 1 });

const capacitiesOf = (parts: Partial<Record<ElasticPart, number>>) =>
  new Map(Object.entries(parts).map(([part, perSecond]) => [part as ElasticPart, capacity(perSecond)]));

export const madeUpWatched = (...courses: Course[]): Watched => ({
  capacities: new Map([
    ['monolith', capacitiesOf({ monolith: 100 })],
    ['micro', capacitiesOf({ users: 300, gateway: 80 })],
  ]),
  courses,
});
