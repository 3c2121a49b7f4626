import { waysOfSharing } from '@jobly/contracts';
import { effortTable } from './effort-table';

it('the effort of each way is counted in its files, without comments', () => {
  const text = '/** A comment,\n * of two lines. */\n\nexport const one = 1;\n// Another.\nexport const two = 2;\n';
  const { rows, keys } = effortTable(() => text);
  expect(rows.map(([way, lines, files]) => [way, Number(lines) / Number(files)])).toEqual(keys!.map((way) => [way, 2]));
});

it('the effort of every way is told, from files that are there', () => {
  const { rows } = effortTable();
  expect(rows.map(([way]) => way).sort()).toEqual([...new Set(Object.values(waysOfSharing).flat())].sort());
  for (const [, lines] of rows) expect(Number(lines)).toBeGreaterThan(2);
});
