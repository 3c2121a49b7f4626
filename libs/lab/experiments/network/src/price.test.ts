import { conclude } from './conclude';
import { halfDistance, priceOf } from './price';
import { priceTable } from './price-table';
import type { Count, Sample } from './sample';

const OPERATION = 'GET /jobs/:id';

/** Blocks without relays in four rounds. */
const near = (stack: 'monolith' | 'micro', responseMs: number): Sample[] =>
  [1, 2, 3, 4].map((round) => ({
    ...{ operation: OPERATION, stack, apart: 'nothing', launch: 1, round, delayMs: 0, roundTripMs: 0, responseMs },
  }));

const count = (stack: 'monolith' | 'micro', services: number, everything: number): Count => ({
  ...{ operation: OPERATION, stack, calls: services, statements: everything - services },
  inARow: { services, everything },
});

const counts = [count('monolith', 0, 1), count('micro', 2, 4)];

describe('half of the price of microservices is distance', () => {
  it('where the additional round trips take as long as what is added without any', () => {
    const price = priceOf([OPERATION], [...near('monolith', 1), ...near('micro', 2.5)], counts, 1);
    expect(halfDistance(price, 'services')).toEqual({ estimate: 0.75, low: 0.75, high: 0.75 });
    expect(halfDistance(price, 'everything')?.estimate).toBe(0.5);
  });

  it('nowhere if there are no additional round trips, or nothing is added without distance', () => {
    const samples = [...near('monolith', 1), ...near('micro', 2.5)];
    const same = priceOf([OPERATION], samples, [count('monolith', 0, 4), count('micro', 2, 4)], 1);
    expect(halfDistance(same, 'everything')).toBeUndefined();
    const free = priceOf([OPERATION], [...near('monolith', 2), ...near('micro', 2)], counts, 1);
    expect(halfDistance(free, 'services')).toBeUndefined();
  });

  it('in a sentence', () => {
    const table = priceTable([...near('monolith', 1), ...near('micro', 2.5)], counts, 1);
    expect(conclude({ tables: [table] }).verdict).toBe(
      'Over 1 operation, half of what micro adds is distance at a round-trip time of 0.75 ms (0.75 to 0.75) between services, and at 0.50 ms (0.50 to 0.50) if databases are as far away as well.',
    );
  });
});
