import { madeUpResults } from '../results.fixture';
import type { Results, Table } from '../results';
import { cellsBetween } from './cells';
import { tablesBetween } from './tables';

const tableOf = (rows: Table['rows'], title = 'Code'): Table => ({
  title,
  note: '',
  head: ['', 'lines', 'words'],
  rows,
});

/** A study, which compares nothing in blocks. */
const study = (tables: Table[]): Results =>
  madeUpResults({ comparisons: [], tables, conclusion: { verdict: '', tables: [] } });

const lines = (value: number) => ({ value, unit: 'lines' });

describe('the tables of two runs', () => {
  it('are reduced to what differs, row by row', () => {
    const first = study([
      tableOf([
        ['monolith', lines(100), 'same'],
        ['micro', lines(200), 'few'],
      ]),
    ]);
    const next = study([
      tableOf([
        ['micro', lines(250), 'many'],
        ['monolith', lines(100), 'same'],
      ]),
    ]);
    const { rows, note } = cellsBetween(first, next)!;
    expect(rows).toEqual([
      ['Code', 'micro', 'lines', '200 lines', '250 lines', '1.25×'],
      ['Code', 'micro', 'words', 'few', 'many', ''],
    ]);
    expect(note).toMatch(/^2 of 4 figures and words /);
  });

  it('have the ratio of what both count, and of no words', () => {
    const ratioOf = (was: string, is: string) =>
      cellsBetween(study([tableOf([['a', was, '']])]), study([tableOf([['a', is, '']])]))!.rows[0]![5];
    expect(ratioOf('1,000', '2,500')).toBe('2.50×');
    expect([ratioOf('0', '2'), ratioOf('2 (1 to 3)', '4'), ratioOf('2', 'two')]).toEqual(['', '', '']);
  });

  it('have nothing in common under other names, or where a name does not tell rows apart', () => {
    const first = study([
      tableOf([
        ['a', lines(1), ''],
        ['a', lines(2), ''],
      ]),
    ]);
    expect(cellsBetween(first, study([tableOf([['a', lines(3), '']], 'Other')]))).toBeUndefined();
    expect(cellsBetween(first, study([tableOf([['a', lines(3), '']])]))!.rows).toEqual([]);
  });

  it('are cut where nobody would read on, and say so', () => {
    const many = (by: number) =>
      study([tableOf(Array.from({ length: 99 }, (_, row) => [`${row}`, lines(row + by), '']))]);
    const { rows, note } = cellsBetween(many(1), many(2))!;
    expect(rows).toHaveLength(60);
    expect(note).toContain('The first 60 are shown');
  });

  it('stand for runs that compared nothing, and only for those', () => {
    const titles = (results: Results) => tablesBetween([results, results]).map(({ title }) => title);
    expect(titles(study([tableOf([['a', lines(1), '']])]))).toContain('What differs in their tables');
    expect(titles(madeUpResults())).not.toContain('What differs in their tables');
  });
});
