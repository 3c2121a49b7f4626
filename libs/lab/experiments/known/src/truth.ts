import type { Figures, Table } from '@jobly/lab/results';
import { actualMs, slowdowns } from './slowdowns';

/** The table's name, by which the conclusion finds it. */
const TRUTH = 'truth';

/** How long every slowdown really takes here: the system wakes a thread that waits a little late. */
export const truthTable = (): Table => ({
  name: TRUTH,
  title: 'How long the slowdowns take here',
  note: 'The median of 400 in the lab’s own process, after the blocks.',
  head: ['slowdown', 'takes'],
  rows: slowdowns.map(({ name, ...slowdown }) => [name, { value: 1_000 * actualMs(slowdown), unit: 'µs' }]),
  keys: slowdowns.map(({ name }) => name),
});

/** In ms, as measured; undefined for a run that did not get so far. */
export function truthOf({ tables }: Pick<Figures, 'tables'>, name: string): number | undefined {
  const table = tables.find((one) => one.name === TRUTH);
  const cell = table?.rows[table.keys?.indexOf(name) ?? -1]?.[1];
  return typeof cell === 'object' ? cell.value / 1_000 : undefined;
}
