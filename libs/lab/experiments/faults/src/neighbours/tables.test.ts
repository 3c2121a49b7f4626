import { conclude } from '../conclude';
import type { Pair } from './pairs';
import type { Phase } from './phase';
import { neighbourTables, RETRIES, UNAFFECTED } from './tables';

const phase = (p99: number | null, attempts: number): Phase => ({
  unaffected: { offered: 1_040, failed: 0, p50: 2, p99 },
  affected: { offered: 240, worked: 180 },
  attempts,
});

/** One pair in each of four launches. */
const launches = (strike: string, control: Phase, fault: Phase): Pair[] =>
  [1, 2, 3, 4].map((launch) => ({ part: 'jobs', strike, launch, control, fault }));

const rowsOf = (pairs: Pair[], name: string) => neighbourTables(pairs).find((table) => table.name === name)!.rows;

describe('the tables of failing neighbours', () => {
  it('say how much slower the others become, fault by fault', () => {
    const pairs = [
      ...launches('frozen', phase(10, 240), phase(12, 100)),
      ...launches('dead', phase(10, 240), phase(10, 60)),
    ];
    expect(rowsOf(pairs, UNAFFECTED).map((row) => [row[0], row.at(-1)])).toEqual([
      ['micro: jobs frozen', '1.20× (1.20 to 1.20)'],
      ['micro: jobs dead', '1.00× (1.00 to 1.00)'],
    ]);
  });

  it('show no percentile of too few samples', () => {
    const [row] = rowsOf(launches('frozen', phase(null, 240), phase(12, 100)), UNAFFECTED);
    expect(row!.at(-1)).toBe('–');
  });

  it('say how many attempts come of as many requests', () => {
    const [row] = rowsOf(launches('flapping', phase(10, 240), phase(10, 264)), RETRIES);
    expect(row).toEqual(['micro: jobs flapping', '960', '75 %', '960', '1,056', '1.10× (1.10 to 1.10)']);
  });

  it('are told also where there are too few samples', () => {
    const known = launches('frozen', phase(10, 240), phase(12, 100));
    const tooFew = ['frozen', 'dead'].flatMap((strike) =>
      launches(strike, phase(10, 240), phase(null, 100)).map((pair) => ({ ...pair, part: 'users' })),
    );
    const [table] = neighbourTables([...known, ...tooFew]);
    expect(conclude({ tables: [table!] }).verdict).toBe(
      'While a service is frozen, what does not need it has a p99 of up to 1.20× its control’s; too few others were answered for a p99 in micro: users frozen, micro: users dead.',
    );
    expect(conclude({ tables: neighbourTables(tooFew).slice(0, 1) }).verdict).toBe(
      'Too few others were answered for a p99 in micro: users frozen, micro: users dead.',
    );
  });

  it('are told by their worst', () => {
    const tables = neighbourTables([
      ...launches('frozen', phase(10, 240), phase(12, 100)),
      ...launches('flapping', phase(10, 240), phase(30, 264)),
    ]);
    expect(conclude({ tables }).verdict).toBe(
      'While a service is frozen, what does not need it has a p99 of up to 1.20× its control’s. At most 1.10× as much is attempted at a failing service as at the same one when it is well.',
    );
  });
});
