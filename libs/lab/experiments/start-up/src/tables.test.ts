import { conclude } from './conclude';
import type { Observed, Round } from './observe';
import { IDLE, READY, startUpTables } from './tables';

const round = (topology: Observed, warmMs: number, others: number | null = 0): Round => ({
  topology,
  coldMs: warmMs + 1_000,
  warmMs,
  idle: { processes: { mib: warmMs / 10, cpuMsPerSecond: 2 }, postgres: { mib: 40, cpuMsPerSecond: 1 }, others },
});

const rounds = [1_000, 1_100, 1_300, 1_700, 1_900, 2_000].flatMap((ms) => [
  round('monolith', ms),
  round('soa', 2 * ms),
  round('micro', 3 * ms),
]);
const tables = startUpTables(rounds, 1);
const named = (name: string) => tables.find((table) => table.name === name)!;

describe('what was seen of starts', () => {
  it('is the mean over the starts of each stack, with its interval', () => {
    const [monolith, soa, micro] = named(READY).rows;
    expect(monolith![0]).toBe('monolith');
    expect(monolith![1]).toBe('6');
    expect(monolith![3]).toMatch(/^1\.50 \([\d.−]+ to [\d.]+\) s$/);
    expect(soa![3]).toMatch(/^3\.00 \(/);
    expect(micro![2]).toMatch(/^5\.50 \(/);
  });

  it('tells what a stack costs while idle, apart from PostgreSQL', () => {
    expect(named(IDLE).rows[0]!.slice(1, 3)).toEqual([
      expect.stringMatching(/^150 \(.* MiB$/),
      expect.stringMatching(/^40\.0 \(.* MiB$/),
    ]);
  });

  it('tells what others used of the machine meanwhile', () => {
    const busy = [0.1, 0.3].flatMap((share) => Array.from({ length: 2 }, () => round('soa', 1, share)));
    const all = startUpTables([...rounds.filter(({ topology }) => topology !== 'soa'), ...busy], 1);
    expect(all[1]!.rows[1]!.at(-1)).toEqual({ value: 20, unit: '%' });
  });

  it('is concluded stack by stack', () => {
    const { verdict } = conclude({ tables });
    expect(verdict).toMatch(
      /^monolith is ready after 2\.50 .* and idles at 150 .* MiB and 2\.00 .* ms\/s of CPU; soa is/,
    );
    expect(conclude({ tables: [] }).verdict).toBe('Nothing was observed.');
  });
});
