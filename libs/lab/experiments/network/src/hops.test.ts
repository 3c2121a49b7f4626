import { inARow } from './hops';

/** Each crossing takes 10 ms from these times. */
const crossingsAt = (...times: number[]) => times.map((taken) => ({ taken, delivered: taken + 10 }));

describe('crossings in a row', () => {
  it('are those of which each begins after the last has ended', () => {
    expect(inARow(crossingsAt(0, 11, 22.5, 33))).toBe(4);
    expect(inARow([])).toBe(0);
  });

  it('are fewer where calls run beside each other, or a message comes in pieces', () => {
    // A call; two beside each other there and back, one in two pieces; and its answer.
    expect(inARow(crossingsAt(0, 11, 11.3, 11.4, 22, 22.8, 34))).toBe(4);
  });

  it('do not depend on the order in which they are told', () => {
    expect(inARow(crossingsAt(22.5, 0, 33, 11))).toBe(4);
  });
});
