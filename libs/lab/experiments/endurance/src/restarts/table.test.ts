import type { Observed } from '@jobly/lab/instrument';
import type { Restart } from './observe-restarts';
import { ALL, restartsTable } from './table';

const request = (dueMs: number, tookMs: number, failure?: string): Observed => ({
  requestId: `r-${dueMs}`,
  method: 'GET',
  dueMs,
  settledMs: dueMs + tookMs,
  ...(failure !== undefined && { failure }),
});

const restarts: Restart[] = [
  { part: 'users', beganMs: 1_000, readyMs: 5_000, exitCode: 0 },
  { part: 'users', beganMs: 7_000, readyMs: 10_500, exitCode: 0 },
  { part: 'gateway', beganMs: 12_000, readyMs: 16_000, exitCode: 0 },
];

const rowsOf = (observed: Observed[], some = restarts) =>
  restartsTable([['micro', { restarts: some, observed }]]).rows.map((row) => row.map(String));

describe('the table of restarts', () => {
  it('counts a request with the restart that began last before it, and all of them with the stack', () => {
    const rows = rowsOf([
      request(500, 4),
      request(1_500, 5),
      request(7_500, 6),
      request(11_900, 7),
      request(12_100, 900, 'status 503'),
    ]);
    expect(rows).toEqual([
      ['micro', 'users', '2', '3', '0', '–', '6.00 ms', '7.00 ms', '4.0 s', 'kept'],
      ['micro', 'gateway', '1', '1', '1', '1 × status 503', '900 ms', '900 ms', '4.0 s', 'missed'],
      ['micro', ALL, '3', '5', '1', '1 × status 503', '6.00 ms', '900 ms', '4.0 s', 'missed'],
    ]);
  });

  it('misses the target if a process did not end by itself, although no request failed', () => {
    const late = restarts.map((one) => ({ ...one, exitCode: one.part === 'gateway' ? 1 : 0 }));
    const targets = rowsOf([request(1_500, 5), request(12_100, 5)], late).map((row) => row.at(-1));
    expect(targets).toEqual(['kept', 'missed, 1 not ended in time', 'missed, 1 not ended in time']);
  });
});
