import type { Observed } from '@jobly/lab/instrument';
import { changeTimeline } from './change-timeline';
import { findingsOf } from './findings';
import type { Change } from './watch-changes';

const REPLICAS = ['one', 'two', 'three', 'four'];

/**
 * A read every 10 ms: answered by three replicas in turn until one dies at 1 s, by two until 3 s, and then by all
 * three.
 */
const answererAt = (dueMs: number): string => {
  const alive = dueMs < 1_000 ? ['one', 'two', 'three'] : dueMs < 3_000 ? ['two', 'three'] : ['two', 'three', 'four'];
  return alive[(dueMs / 10) % alive.length]!;
};

const readAt = (dueMs: number): Observed => ({
  requestId: String(dueMs),
  method: 'GET',
  dueMs,
  settledMs: dueMs + 5,
});

function change(
  more: Partial<Record<number, Partial<Observed>>> = {},
  askedToo: Record<string, string[]> = {},
): Change {
  const observed = Array.from({ length: 500 }, (_, index) => ({ ...readAt(index * 10), ...more[index * 10] }));
  const asked = observed.map(({ requestId, dueMs }): [string, string[]] => [requestId, [answererAt(dueMs)]]);
  return {
    observed,
    asked: new Map([...asked, ...Object.entries(askedToo)]),
    replicas: REPLICAS,
    killedMs: 1_000,
    startedMs: 2_000,
    readyMs: 2_600,
    durationMs: 5_000,
  };
}

describe('what is found of a change', () => {
  it('is when the new replica was ready, first asked, and had its share', () => {
    const { readyAfterMs, firstAfterMs, evenAfterMs } = findingsOf(change());
    // The new replica's first turn is at 3,020.
    expect({ readyAfterMs, firstAfterMs, evenAfterMs }).toEqual({
      readyAfterMs: 600,
      firstAfterMs: 1_020,
      evenAfterMs: 1_020,
    });
  });

  it('is that the new one was never asked, where it was not', () => {
    const never = change();
    const { firstAfterMs, evenAfterMs } = findingsOf({ ...never, replicas: ['one', 'two', 'three', 'five'] });
    expect({ firstAfterMs, evenAfterMs }).toEqual({ firstAfterMs: undefined, evenAfterMs: undefined });
  });

  it('counts failures by kind, and what nginx asked again', () => {
    const failures = {
      990: { failure: 'status 503' },
      980: { failure: 'status 503' },
      970: { failure: 'ECONNRESET' },
    };
    const { reads, writes } = findingsOf(change(failures, { 960: ['one', 'two'] }));
    expect(reads).toEqual({ sent: 500, failed: { 'status 503': 2, ECONNRESET: 1 }, askedAgain: 1 });
    expect(writes).toEqual({ sent: 0, failed: {}, askedAgain: 0 });
  });

  it('keeps reads and writes apart', () => {
    const { reads, writes } = findingsOf(change({ 500: { method: 'DELETE', failure: 'status 503' } }));
    expect([reads.sent, reads.failed]).toEqual([499, {}]);
    expect([writes.sent, writes.failed]).toEqual([1, { 'status 503': 1 }]);
  });

  it('sees the longest that was under way when one died or came soon after it, beside what is usual', () => {
    const slow = { 100: { settledMs: 900 }, 950: { settledMs: 1_300 }, 1_200: { settledMs: 1_290 } };
    expect(findingsOf(change(slow))).toMatchObject({ usualMs: 5, longestMs: 350 });
  });
});

describe('the timeline of a change', () => {
  it('has every read once: with who answered it, or as failed', () => {
    const { series, failed, marks } = changeTimeline(change({ 990: { failure: 'status 503' } }), 'three of them');
    expect(series.map(({ name }) => name)).toEqual(['two', 'three', 'one', 'four']);
    const bins = failed.map((lost, bin) => series.reduce((sum, { counts }) => sum + counts[bin]!, lost));
    expect(bins).toEqual(Array.from({ length: 20 }, () => 25));
    expect(failed[3]).toBe(1);
    expect(marks.at(-1)).toEqual({ name: 'four answers its first read', moment: 'first', ms: 3_020 });
  });
});
