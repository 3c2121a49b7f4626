import { conclude } from './conclude';
import { attacks } from './slow-readers/attacks';
import { slowReadersTable } from './slow-readers/table';
import { restartsTable } from './restarts/table';
import { soakTable } from './soak/table';

const slow = slowReadersTable(
  [
    [
      'monolith',
      [10, 12, 9, 11].flatMap((p99, round) => [
        { round, attack: undefined, p99, failed: {}, memoryMiB: 200 },
        { round, attack: attacks[0], p99, failed: {}, memoryMiB: 200 },
        { round, attack: attacks[1], p99: p99 * (3 + round / 100), failed: {}, memoryMiB: 200 },
      ]),
    ],
  ],
  1,
);

const request = { requestId: 'r', method: 'GET', dueMs: 1_500, settledMs: 1_510 } as const;
const restarted = restartsTable([
  [
    'micro',
    {
      restarts: [{ part: 'jobs', beganMs: 1_000, readyMs: 4_000, exitCode: 0 }],
      observed: [request, { ...request, failure: 'status 503' }],
    },
  ],
]);

const soaked = soakTable(
  [
    [
      'monolith',
      {
        ...{ rate: 300, requests: 3_000, errors: 0 },
        readings: Array.from({ length: 61 }, (_, index) => ({
          atMs: index * 1_000,
          resident: new Map([['monolith', 100]]),
        })),
        heaps: { before: new Map([['monolith', 30]]), after: new Map([['monolith', 30]]) },
      },
    ],
  ],
  60_000,
);

describe('the verdict on endurance', () => {
  it('has the worst that slow readers do, the requests that failed, and what memory did', () => {
    const { verdict } = conclude({ tables: [slow, restarted, soaked] });
    expect(verdict).toMatch(
      /^Beside slow readers, others’ p99 is at most 3\.0\d \(.*\) times at monolith \(target missed\)\. /,
    );
    expect(verdict).toContain('Of 2 requests to micro, 1 failed during 1 restarts.');
    expect(verdict).toContain('memory changes by +0 % (0 % to 0 %) at monolith with 0 of 3,000 requests in error.');
  });

  it('says so if nothing was observed', () => {
    expect(conclude({ tables: [] }).verdict).toBe('Nothing was observed.');
  });
});
