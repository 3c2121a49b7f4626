import { conclude } from '../conclude';
import { asked } from '../operations';
import { availabilitiesOf, availabilityTable } from './availability';
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
  it('is predicted from the outages of its parts, which come one at a time and so add up', () => {
    const needs = new Map([[name, new Set(['jobs', 'database'])]]);
    const outages = [watched('jobs', true, [1]), watched('database', true, [1])];
    const all = [...outages, watched('users', true, [1]), watched('companies', true, [1])];
    expect(availabilitiesOf(outages, needs)[0]!.predicted).toBeCloseTo(up);
    expect(availabilitiesOf(all, needs)[0]!.predicted).toBeCloseTo(1 - (1 - up) / 2);
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

  it('is told by the greatest difference at each stack', () => {
    const late = watched('jobs', true, [1, 5_000]);
    const all = asked.map(({ name: operation }) => ({
      ...late,
      observed: late.observed.map((seen) => ({ ...seen, operation })),
    }));
    const table = availabilityTable(
      [...all, ...all.map((one) => ({ ...one, stack: 'monolith' as const }))],
      new Map([
        ['monolith', new Map()],
        ['micro', new Map()],
      ]),
    );
    expect(table.rows[0]).toEqual([name, '0', '100 %', '50 %', '−50.0', '0', '100 %', '50 %', '−50.0']);
    expect(conclude({ tables: [table] }).verdict).toBe(
      'The availability of operations is what their parts let expect to within 50.0 points at monolith and 50.0 at micro.',
    );
  });
});
