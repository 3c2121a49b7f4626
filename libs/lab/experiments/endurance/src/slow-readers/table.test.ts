import { attacks } from './attacks';
import type { Block } from './observe-slow-readers';
import { slowReadersTable } from './table';

const [one, hundred] = attacks;

/** Rounds of a block without slow readers, one beside a single one, and one beside many, with these times of the others. */
function blocks(times: { one: readonly number[]; hundred: readonly number[] }, more: Partial<Block> = {}): Block[] {
  const usual = [10, 12, 9, 11];
  return usual.flatMap((p99, round) => [
    { round, attack: undefined, p99, failed: {}, memoryMiB: 200 },
    { round, attack: one, p99: p99 * times.one[round]!, failed: {}, memoryMiB: 201 },
    { round, attack: hundred, p99: p99 * times.hundred[round]!, failed: {}, memoryMiB: 300, ...more },
  ]);
}

const noise = [1, 1.05, 0.97, 1.02];
const rowsOf = (some: Block[]) => slowReadersTable([['monolith', some]], 1).rows.map((row) => row.map(String));

describe('the table of slow readers', () => {
  it('compares every attack with the same rounds without any', () => {
    const rows = rowsOf(blocks({ one: noise, hundred: noise.map((times) => 3 * times) }));
    expect(rows.map(([stack, attack, without]) => [stack, attack, without])).toEqual([
      ['monolith', '1 slow reader', '11.0 ms'],
      ['monolith', '100 slow readers', '11.0 ms'],
    ]);
    expect(rows[0]![4]).toMatch(/^1\.01 \(/);
    expect(rows[1]![4]).toMatch(/^3\.03 \(/);
    expect(rows.map((row) => row.at(-1))).toEqual(['kept', 'missed']);
  });

  it('does not decide where the interval includes the limit', () => {
    const rows = rowsOf(blocks({ one: noise, hundred: [1, 3, 1.2, 2.8] }));
    expect(rows[1]!.at(-1)).toBe('undecided');
  });

  it('misses the target with more failures than there are without slow readers, and says what memory the readers take', () => {
    const [, row] = rowsOf(blocks({ one: noise, hundred: noise }, { failed: { 'status 503': 1 }, memoryMiB: 310 }));
    expect(row!.slice(5)).toEqual(['–', '4 × status 503', '200 → 310 MiB', 'missed, requests failed']);
  });
});
