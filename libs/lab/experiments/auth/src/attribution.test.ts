import { attributionTable } from './attribution';
import { ladderRun } from './ladder/ladder.fixture';
import { changeMissingJob } from './ladder/probe';
import { COUNTS } from './per-request';
import { CLOCKS } from './times';
import { SIGNATURE } from './verification';

const MODE = 'monolith: jwks';

const µs = (value: number) => ({ value, unit: 'µs' });

/** A run in which clocks and one signature say this, and the switch 56 µs, within 8. */
function aRun(clocks: [estimate: number, low: number, high: number], signature: number) {
  const table = { title: '', note: '', head: [] };
  return {
    ...ladderRun(changeMissingJob.name, { [MODE]: { time: [0.05, 0.02], cpu: [56, 8] } }),
    tables: [
      { ...table, name: CLOCKS, rows: [[MODE, '–', '–', '–', ...clocks.map(µs), '–']], keys: [MODE] },
      { ...table, name: COUNTS, rows: [[MODE, '1', '0', '0', '0']], keys: [MODE] },
      {
        ...table,
        name: SIGNATURE,
        rows: [
          ['RS256', µs(signature)],
          ['ES256', µs(90)],
          ['HS256', µs(9)],
        ],
        keys: ['RS256', 'ES256', 'HS256'],
      },
    ],
  };
}

describe('three ways to the same figure', () => {
  it('are put side by side', () => {
    expect(attributionTable(aRun([54, 50, 58], 51))!.rows).toEqual([
      [MODE, '56.0 (48.0 to 64.0)', '54.0 (50.0 to 58.0)', '51.0', 'all three agree'],
    ]);
  });

  it.each([
    [[54, 50, 58], 30, 'switch and clocks agree'],
    [[90, 80, 99], 50, 'switch and signatures agree'],
    [[90, 80, 99], 85, 'clocks and signatures agree'],
    [[54, 46, 60], 47, 'switch and clocks, clocks and signatures agree'],
    [[90, 80, 99], 30, 'none agree'],
  ] as const)('where clocks say %j and a signature takes %d µs: %s', ([estimate, low, high], signature, verdict) => {
    expect(attributionTable(aRun([estimate, low, high], signature))!.rows[0]!.at(-1)).toBe(verdict);
  });

  it('count every algorithm’s signatures at its own price', () => {
    const run = aRun([54, 50, 58], 20);
    const tables = run.tables.map((table) =>
      table.name === COUNTS ? { ...table, rows: [[MODE, '1', '2', '3', '0']] } : table,
    );
    expect(attributionTable({ ...run, tables })!.rows[0]![3]).toBe(String(20 + 2 * 90 + 3 * 9));
  });

  it('say nothing where the switch found nothing', () => {
    const run = {
      ...aRun([1, 0, 2], 1),
      comparisons: ladderRun(changeMissingJob.name, { [MODE]: { time: [0, 1], cpu: [5, 8] } }).comparisons,
    };
    expect(attributionTable(run)!.rows[0]!.at(-1)).toBe('too uncertain to say');
  });

  it('wait for the observations', () => {
    expect(attributionTable({ ...aRun([1, 1, 1], 1), tables: [] })).toBeUndefined();
  });
});
