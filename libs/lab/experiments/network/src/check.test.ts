import { calibrationTable } from './calibration-table';
import { check } from './check';
import { conclude } from './conclude';
import type { Plan } from './plan';
import type { Count, Sample } from './sample';
import { slopesTable } from './slopes-table';

const OPERATION = 'GET /jobs';

const plan: Plan = { launches: 1, rounds: 4, delaysMs: [0.5, 1, 2], requests: 20, warmUp: 0 };

/** A monolith that waits for so many round trips to its database. */
const samplesOn = (slope: number): Sample[] =>
  [1, 2, 3, 4].flatMap((round) =>
    [0, 1, 2, 4].map((roundTripMs) => ({
      ...{ operation: OPERATION, stack: 'monolith', apart: 'everything', launch: 1, round, delayMs: roundTripMs / 2 },
      ...{ roundTripMs, responseMs: 2 + slope * (1 + 0.001 * round) * roundTripMs },
    })),
  );

const counts: Count[] = [
  { operation: OPERATION, stack: 'monolith', calls: 0, statements: 2, inARow: { services: 0, everything: 2 } },
];

const slopes = (slope: number) => slopesTable(samplesOn(slope), counts, 1, plan);

describe('a run', () => {
  it('counts if slopes are the round trips that were counted', () => {
    const tables = [slopes(2)];
    expect(check({ tables })).toEqual([]);
    expect(conclude({ tables }).verdict).toContain('in 1 of 1 case');
  });

  it('does not count if a slope is not', () => {
    expect(check({ tables: [slopes(3)] })).toEqual([
      expect.stringMatching(/^GET \/jobs at monolith, .* makes 2 round trips in a row, but its slope is 3\.0/),
    ]);
  });

  it('does not count if a client notices other delays than the relays tell', () => {
    const exactly = (estimate: number) => ({ estimate, low: estimate - 0.01, high: estimate + 0.01 });
    const tablesWith = (noticed: number) => {
      const row = { delayMs: 1, told: exactly(2.1), noticed: exactly(noticed), difference: exactly(noticed - 2.1) };
      return [calibrationTable({ rows: [{ ...row, p99: 2.4 }], relayMs: exactly(0.1) })];
    };
    expect(check({ tables: tablesWith(2.15) })).toEqual([]);
    expect(check({ tables: tablesWith(2.5) })).toHaveLength(1);
  });
});
