import { fitting } from './fitting';
import { WIDTH } from './prose';

/** The width of the table's lines. */
const widthOf = (rows: string[][]) =>
  rows[0]!.reduce((sum, _, column) => {
    const lines = rows.flatMap((row) => row[column]!.split('\n'));
    return sum + Math.max(...lines.map(({ length }) => length)) + 3;
  }, 1);

const wide = 'the time until a deleted administrator is refused';

describe('a table that is too wide', () => {
  it('has heads in several lines, and leaves the cells as they are', () => {
    const cells = ['micro: introspect-cached', '+0.55 ms (0.01 to 1.10)', '13.9 s'];
    const rows = fitting([['mode', 'added to the median of a request', wide], cells]);
    expect(rows[1]).toEqual(cells);
    expect(rows[0]![2]).toMatch(/\n/);
    expect(widthOf(rows)).toBeLessThanOrEqual(WIDTH);
  });

  it('has cells in several lines where that is not enough, each line as far to the right as the first', () => {
    const [, [cell = ''] = []] = fitting([
      ['compared', 'p50'],
      [`  ${'micro ÷ monolith '.repeat(8)}`, 'x'.repeat(40)],
    ]);
    const lines = cell.split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(/^ {2}\S/);
  });

  it('breaks no word, and no interval', () => {
    const word = 'x'.repeat(2 * WIDTH);
    const [, cells] = fitting([
      ['a', 'b'],
      [word, '≈ +0.55 ms (−0.01 to 1.10)'],
    ]);
    expect(cells).toEqual([word, '≈ +0.55 ms\n(−0.01 to 1.10)']);
  });
});

it('a table that fits stays as it is', () => {
  const rows = [
    ['mode', wide],
    ['micro', '2 s'],
  ];
  expect(fitting(rows)).toEqual(rows);
});
