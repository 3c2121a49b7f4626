import { cellsOf } from './log-in-times';

describe('the time of a refused log-in', () => {
  it('is written with signs that no hyphen stands for', () => {
    const pairs = Array.from({ length: 30 }, (_, pair) => ({ known: 15, unknown: pair % 2 === 0 ? 14 : 17 }));
    const [mean, difference, verdict] = cellsOf(pairs, 1);
    expect([mean, verdict]).toEqual(['15.3', 'it does not tell']);
    expect(difference).toMatch(/^−0\.50 \(−1\.\d\d to 0\.\d\d\)$/);
  });

  it('tells of a user if the difference is always there', () => {
    const pairs = Array.from({ length: 30 }, (_, pair) => ({ known: 15 + pair / 10, unknown: 10 + pair / 9 }));
    expect(cellsOf(pairs, 1).at(-1)).toBe('it tells');
  });
});
