import { conclude } from '../conclude';
import { effectsOf } from './effects';
import { faultTables, TIMES } from './tables';
import { faultTimeline } from './timeline';
import type { Watched } from './watch';

/** A request of an operation that was due and settled then (ms), and how it failed, if it did. */
const one = (operation: string, dueMs: number, tookMs: number, failure?: string) => ({
  operation,
  requestId: `${operation}-${dueMs}`,
  method: 'GET' as const,
  dueMs,
  settledMs: dueMs + tookMs,
  ...(failure !== undefined && { failure }),
});

/** The fault begins at 1.5 s and ends at 5 s. */
const watched: Watched = {
  stack: 'micro',
  part: 'jobs',
  strike: 'dead',
  isOutage: true,
  mendedMs: 5_000,
  observed: [
    one('GET /jobs', 1_000, 5),
    one('GET /jobs', 3_000, 10, 'status 503'),
    one('GET /jobs', 4_000, 10, 'status 503'),
    one('GET /jobs', 5_100, 50, 'status 503'),
    one('GET /jobs', 7_000, 5),
    one('GET /companies', 1_000, 4),
    one('GET /companies', 3_000, 9),
    one('GET /companies', 4_000, 6),
    one('PATCH /jobs/:id', 1_400, 7),
    one('PATCH /jobs/:id', 3_000, 7, 'status 504'),
    one('PATCH /jobs/:id', 4_900, 7),
  ],
};

describe('the effect of a fault', () => {
  const [list, other] = effectsOf(watched);

  it('is counted among what was due while it lasted', () => {
    expect(list).toMatchObject({ asked: 2, worked: 0, failed: { 'status 503': 2 } });
  });

  it('begins with the first failure and ends with the last, also after its end', () => {
    expect(list).toMatchObject({ noticedMs: 1_510, wellMs: 150 });
  });

  it('on what goes on is how slow it became', () => {
    expect(other).toMatchObject({ asked: 2, worked: 2, usualMs: 4, longestMs: 9 });
    expect(other).not.toHaveProperty('noticedMs');
  });
});

describe('a fault that holds everything up until it ends', () => {
  const heldUp = {
    ...watched,
    strike: 'frozen',
    observed: [one('GET /jobs', 1_000, 5), one('GET /jobs', 2_000, 3_010), one('GET /jobs', 4_000, 1_000)],
  };
  const [effect] = effectsOf(heldUp);

  it('lets nothing work that takes longer than a user waits', () => {
    expect(effect).toMatchObject({ asked: 2, worked: 1, failed: { late: 1 }, longestMs: 1_000 });
  });

  it('is noticed when patience runs out, and over with the last late answer', () => {
    expect(effect).toMatchObject({ noticedMs: 1_500, wellMs: 10 });
  });

  it('is not noticed by somebody who lost patience before it began', () => {
    const observed = [one('GET /jobs', 100, 3_000)];
    expect(effectsOf({ ...heldUp, observed })[0]).not.toHaveProperty('noticedMs');
  });

  it('is called late in the tables and drawn as late over time', () => {
    const jobs = faultTables([heldUp]).find(({ name }) => name === 'blast-radius-jobs')!;
    expect(jobs.rows[0]!.slice(0, 2)).toEqual(['micro: jobs frozen', '50 %, late']);
    const { series, failed } = faultTimeline(heldUp);
    const sums = [...series.map(({ counts }) => counts), failed].map((counts) => counts.reduce((sum, n) => sum + n, 0));
    expect(series.map(({ name }) => name)).toEqual(['worked', 'late', 'refused with 503']);
    expect(sums).toEqual([2, 1, 0, 0]);
  });
});

describe('the tables of faults', () => {
  const tables = faultTables([watched]);
  const rowsOf = (name: string) => tables.find((table) => table.name === name)!.rows;

  it('say of every operation of a module in a word what happens to it', () => {
    const [fault, list, , update] = rowsOf('blast-radius-jobs')[0]!;
    expect([fault, list, update]).toEqual(['micro: jobs dead', '503', '50 %, 504']);
    expect(rowsOf('blast-radius-companies')[0]!.slice(0, 2)).toEqual(['micro: jobs dead', 'works']);
  });

  it('say how soon it is noticed and over, and what it does to the others', () => {
    expect(rowsOf(TIMES)).toEqual([
      ['micro: jobs dead', '50 %', '1,507 ms', '150 ms', '4.00 ms', '9.00 ms', 'GET /companies', '0'],
    ]);
  });

  it('show the slowest that works throughout, though it needs the part', () => {
    const slow = [one('GET /jobs', 1_000, 5), one('GET /jobs', 3_000, 300), one('GET /companies', 1_000, 5)];
    const [times] = faultTables([{ ...watched, strike: 'far', observed: slow }]).filter(({ name }) => name === TIMES);
    const named = Object.fromEntries(times!.head.map((head, index) => [head, times!.rows[0]![index]]));
    expect(named).toMatchObject({ 'slowest that works: usual': '5.00 ms', longest: '300 ms', operation: 'GET /jobs' });
  });

  it('are told in a sentence', () => {
    expect(conclude({ tables }).verdict).toBe(
      'At micro, 50 % of all requests work while one of its parts fails (50 to 50 % by fault, 1 faults). Every status is the usual one, 503 or 504, during a fault and after it; what does not work gets 503, 504, a late answer or none.',
    );
  });

  it.each([
    ['while it lasts', 4_500],
    ['after it', 6_000],
    ['to what was under way when it began', 1_495],
  ])('tell what is answered wrongly %s', (_, dueMs) => {
    const observed = [...watched.observed, one('GET /jobs', dueMs, 10, 'status 500'), one('GET /jobs', dueMs, 10)];
    const [times] = faultTables([{ ...watched, observed }]).filter(({ name }) => name === TIMES);
    expect(times!.rows[0]!.at(-1)).toBe('1');
    expect(conclude({ tables: [times!] }).verdict).toContain('Answered wrongly are 1 (micro: jobs dead).');
  });

  it.each(['status 503', 'status 504', 'timeout', undefined])('count %s as no wrong answer', (failure) => {
    const observed = [...watched.observed, one('GET /jobs', 6_000, 2_000, failure)];
    expect(effectsOf({ ...watched, observed })[0]!.wrong).toBe(0);
  });
});

describe('the timeline of a fault', () => {
  it('counts every request once', () => {
    const { series, failed } = faultTimeline(watched);
    const total = [...series.map(({ counts }) => counts), failed].flat().reduce((sum, count) => sum + count, 0);
    expect(total).toBe(watched.observed.length);
  });
});
