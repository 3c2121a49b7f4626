import type { Table } from '@jobly/lab/results';
import type { Findings } from '../finding';
import type { Item } from '../touched/item';
import { linesInWords, measures } from './measures';

const HEAD = ['feature', 'topology', 'what', 'where'];

/** Where each number comes from, one list for each column. */
export const listTables = ({ features, byTopology }: Findings): Table[] => [
  ...measures.map(({ title, of }) =>
    listOf(
      title,
      byTopology.flatMap((finding) => of(finding).map((item) => [finding.feature, finding.topology, ...cellsOf(item)])),
    ),
  ),
  ...(['docs', 'tools'] as const).map((kind) =>
    listOf(
      kind,
      features.flatMap((feature) => feature[kind].map((item) => [feature.feature, 'every', ...cellsOf(item)])),
    ),
  ),
];

const cellsOf = (item: Item): string[] => [
  item.what,
  item.place,
  ...(item.added === undefined ? [] : [linesInWords([item])]),
];

function listOf(title: string, rows: string[][]): Table {
  const [first = []] = rows;
  const head = [...HEAD, ...(first.length > HEAD.length ? ['lines'] : [])];
  return { name: `list of ${title}`, title: `The list of: ${title}`, note: '', head, rows, folded: true };
}
