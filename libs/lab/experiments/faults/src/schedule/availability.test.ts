import { asked } from '../operations';
import { availabilitiesOf } from './availability';
import { SCHEDULE } from './strikes';
import type { Watched } from './watch';

const [first] = asked;
const { name } = first!;

const watched = (part: string, isOutage: boolean, took: readonly number[], failure?: string): Watched => ({
  stack: 'micro',
  part,
  strike: isOutage ? 'dead' : 'far',
  isOutage,
  mendedMs: SCHEDULE.endsMs,
  observed: took.map((tookMs, index) => ({
    operation: name,
    requestId: String(index),
    method: 'GET',
    dueMs: 0,
    settledMs: tookMs,
    ...(failure !== undefined && { failure }),
  })),
});

/** The share of the time of a single fault that is no outage. */
const up = 1 - (SCHEDULE.endsMs - SCHEDULE.beginsMs) / SCHEDULE.watchedMs;

describe('the availability of an operation', () => {
  it('is predicted as the product of its parts’', () => {
    const needs = new Map([[name, new Set(['jobs', 'database'])]]);
    const all = [watched('jobs', true, [1]), watched('database', true, [1])];
    const each = 1 - (1 - up) / 2;
    expect(availabilitiesOf(all, needs)[0]!.predicted).toBeCloseTo(each * each);
  });

  it('is not expected to suffer from parts that it does not need, nor from those that are up', () => {
    const needs = new Map([[name, new Set(['jobs'])]]);
    const all = [watched('users', true, [1]), watched('jobs', false, [1])];
    expect(availabilitiesOf(all, needs)[0]!.predicted).toBe(1);
  });

  it('is measured as the share of what worked in time', () => {
    const all = [watched('jobs', true, [5, 999, 1_001]), watched('jobs', true, [5], 'status 503')];
    expect(availabilitiesOf(all, new Map())[0]!.measured).toBe(0.5);
  });
});
