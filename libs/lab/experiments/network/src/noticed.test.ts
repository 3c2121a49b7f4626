import { asNoticed } from './noticed';
import type { Sample } from './sample';

const interval = (estimate: number) => ({ estimate, low: estimate, high: estimate });

const row = { delayMs: 1, told: interval(2.2), noticed: interval(2.3), difference: interval(0.1), p99: 3 };

const block = (delayMs: number, roundTripMs: number): Sample => ({
  ...{ operation: 'GET /jobs/:id', stack: 'micro', apart: 'services', launch: 1, round: 1, responseMs: 4 },
  ...{ delayMs, roundTripMs },
});

describe('the round-trip time of a block', () => {
  it('is what its links have measured, and what a client notices beyond that', () => {
    expect(asNoticed([block(1, 2.4)], { rows: [row] })[0]!.roundTripMs).toBeCloseTo(2.5);
  });

  it('is nothing where nothing is delayed, however long links take to pass data on', () => {
    expect(asNoticed([block(0, 0.04)], { rows: [row] })[0]!.roundTripMs).toBe(0);
  });
});
