import type { Account } from '../../../api/request';
import { barsOf, ticksUpTo } from './bars';

const account = (
  name: string,
  total: number,
  phases: Partial<Account['phases']>,
  ...neighbours: Account[]
): Account => ({
  ...{ name, total, neighbours },
  phases: { downstream: 0, db: 0, auth: 0, json: 0, ...phases },
});

const companies = account('companies', 2, { db: 1.5 });
const jobs = account('jobs', 8, { db: 2, downstream: 4 }, companies);
const gateway = account('gateway', 14, { downstream: 12 }, jobs);

describe('the bars of a request', () => {
  const bars = barsOf(20, gateway);

  it('are those of the client and of each process, nested', () => {
    expect(bars.map(({ name, depth, ms }) => [name, depth, ms])).toEqual([
      ['client', 0, 20],
      ['gateway', 1, 14],
      ['jobs', 2, 8],
      ['companies', 3, 2],
    ]);
  });

  it('lie in the middle of the wait of the one above', () => {
    expect(bars.map(({ begin }) => begin)).toEqual([0, 3, 7, 12]);
  });

  it('consist of segments without gaps, from their beginning to their end', () => {
    for (const { begin, ms, segments } of bars) {
      const end = segments.reduce((next, segment) => {
        expect(segment.begin).toBeCloseTo(next);
        return next + segment.ms;
      }, begin);
      expect(end).toBeCloseTo(begin + ms);
    }
  });

  it('tell the gateway’s own time from that of the application', () => {
    const kinds = bars.map(({ segments }) => segments.map(({ kind }) => kind));
    expect(kinds[1]).toEqual(['gateway', 'hop', 'waiting', 'hop']);
    expect(kinds[2]).toEqual(['application', 'db', 'hop', 'waiting', 'hop']);
  });

  it('show neighbours that were asked together one behind the other, and no hop of less than nothing', () => {
    const both = account('jobs', 4, { downstream: 3 }, account('companies', 2, {}), account('users', 2, {}));
    const [, of, first, second] = barsOf(4, both);
    expect(of?.segments.some(({ kind }) => kind === 'hop')).toBe(false);
    expect([first?.begin, second?.begin]).toEqual([1, 3]);
  });
});

it.each([
  [11, [0, 5, 10]],
  [0.9, [0, 0.2, 0.4, 0.6, 0.8]],
  [70, [0, 20, 40, 60]],
])('round numbers up to %p', (most, ticks) => expect(ticksUpTo(most)).toEqual(ticks));
