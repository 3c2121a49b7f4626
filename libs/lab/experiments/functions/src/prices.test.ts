import { Failure } from '@jobly/lab/instrument';
import { breakEven, functionsCost, pricesIn, serversCost } from './prices';

const MONTH = 30 * 86_400;
const prices = { requests: 1, gbSecond: 2, memory: 0.5, server: 30 };

describe('prices', () => {
  it('are those of the command line, and examples for the others', () => {
    const examples = pricesIn([]);
    expect(pricesIn(['price-server 12.5', 'memory-gb 1'])).toEqual({ ...examples, server: 12.5, memory: 1 });
  });

  it.each(['0', '-1', 'much', 'Infinity'])('are refused if they are none: %s', (price) => {
    expect(() => pricesIn([`price-requests ${price}`])).toThrow(
      new Failure(`--price-requests must be a number above 0, not "${price}".`),
    );
  });
});

describe('a month', () => {
  it('of functions is billed by the request, and by whole milliseconds of memory', () => {
    expect(functionsCost(prices, 2, 1.2)).toBeCloseTo(2 * MONTH * (1 / 1e6 + 2 * 0.5 * 0.002));
    expect(functionsCost(prices, 1, 0.1)).toBe(functionsCost(prices, 1, 1));
  });

  it('of servers has one at least, and then as many as keep each at most half busy', () => {
    expect(serversCost(prices, 0.1, 5)).toBe(30);
    expect(serversCost(prices, 100, 5)).toBe(30);
    expect(serversCost(prices, 101, 5)).toBe(60);
  });

  it('costs the same in both at the break-even rate', () => {
    const rate = breakEven(prices, 3);
    expect(functionsCost(prices, rate, 3)).toBeCloseTo(30);
  });
});
