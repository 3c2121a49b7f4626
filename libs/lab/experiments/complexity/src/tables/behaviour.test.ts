import { deletion, deletionsInOneProcess } from '../behaviour/recorded.fixture';
import { behaviourInWords } from '../behaviour-in-words';
import { recordingOf } from '../recording/operations';
import type { Recording } from '../recording/stacks';
import { availabilityTable } from './availability';
import { behaviourTable } from './behaviour';
import { trafficTable } from './traffic';

const tablesOf = (recordings: readonly Recording[]) =>
  [behaviourTable, trafficTable, availabilityTable].map((table) => table(recordings));

const sent = { title: 'DELETE /jobs/:id', operation: 'deleteJob', from: 5, to: 60 };

const tables = tablesOf([
  {
    topology: 'monolith',
    operations: [recordingOf({ ...sent, requests: 3, counted: 0 }, deletionsInOneProcess)],
    edges: [],
  },
  { topology: 'micro', operations: [recordingOf({ ...sent, requests: 1, counted: 5 }, deletion)], edges: [] },
]);

const rowsOf = (name: string) => tables.find((table) => table.name === name)?.rows;

describe('the behaviour of an operation', () => {
  it('has a group of columns for each topology', () => {
    expect(tables[0]?.head.slice(1, 6)).toEqual(['monolith: calls', 'in a row', 'tokens', 'JSON', 'micro: calls']);
    expect(rowsOf('behaviour')?.[0]).toEqual(['DELETE /jobs/:id', '0', '0', '1', '1', '4', '3', '4', '9']);
  });

  it('differs from request to request where it does', () => {
    // Of the bytes the median: 200, 110 and 1,000 to the monolith's database.
    expect(rowsOf('traffic')?.[0]).toEqual(['DELETE /jobs/:id', '1–2', '200', '0', '4', '1,647', '1']);
  });

  it('is as available as all that it needs', () => {
    // 0.999² = 0.998001, 0.999⁷ = 0.993021, of 43,200 minutes.
    expect(rowsOf('availability')?.[0]).toEqual([
      'DELETE /jobs/:id',
      ...['1 + 1', '99.80 %', '86 min'],
      ...['4 + 3', '99.30 %', '301 min'],
    ]);
  });

  it('is concluded in words', () => {
    expect(behaviourInWords(tables, ['monolith', 'micro'])).toEqual([
      'Answered once each, 1 operation takes 0 calls between processes in monolith and 4 in micro (up to 3 in a row, in DELETE /jobs/:id); if every process and database is up for 99.9 % of the time, an operation is out for up to 86 min a month in monolith and 301 min in micro.',
    ]);
    expect(behaviourInWords([], ['monolith', 'micro'])).toEqual([]);
  });
});

it('all operations have sums, and the worst of what cannot be summed', () => {
  const twice = { topology: 'micro', edges: [] };
  const deleted = recordingOf({ ...sent, requests: 1, counted: 5 }, deletion);
  const short = { ...deleted, requests: deleted.requests.map((request) => ({ ...request, calls: [] })) };
  const all = tablesOf([{ ...twice, operations: [deleted, short] }]).map(({ rows }) => rows.at(-1)?.slice(1));
  // The gateway alone checks no token, and needs nothing else.
  expect(all).toEqual([
    ['4', '3', '4', '9'],
    ['4', '1,647', '2'],
    ['4 + 3', '99.30 %', '301 min'],
  ]);
});
