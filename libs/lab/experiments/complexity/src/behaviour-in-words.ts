import { cellInWords, type Table } from '@jobly/lab/results';
import { cellAt, listed } from './tables/cell';
import { ALL, AVAILABILITY, BEHAVIOUR } from './tables/names';

/** What the processes of each topology were seen to do, in a sentence; none if they were not started. */
export function behaviourInWords(tables: readonly Table[], all: readonly string[]): string[] {
  const find = (name: string) => tables.find((table) => table.name === name);
  const [behaviour, availability] = [find(BEHAVIOUR), find(AVAILABILITY)];
  if (!behaviour || !availability) return [];
  const topologies = all.filter((topology) => behaviour.head.some((title) => title.startsWith(`${topology}: `)));
  const operations = behaviour.rows.length - 1;
  const calls = topologies.map((topology, index) => {
    const of = columnsOf(behaviour, topologies, index);
    const between = index === 0 ? ' calls between processes' : '';
    return `${cellAt(behaviour, ALL, of)}${between} in ${topology}${chainIn(behaviour, of + 1)}`;
  });
  const outages = topologies.map((topology, index) => {
    const outage = cellAt(availability, ALL, columnsOf(availability, topologies, index) + 2);
    return `${outage}${index === 0 ? ' a month' : ''} in ${topology}`;
  });
  const taken = operations === 1 ? '1 operation takes' : `${operations} operations take`;
  return [
    `Answered once each, ${taken} ${listed(calls)}; if every process and database is up for 99.9 % of the time, an operation is out for up to ${listed(outages)}.`,
  ];
}

/** The first of a topology's columns. */
const columnsOf = ({ head }: Table, topologies: readonly string[], index: number): number =>
  1 + (index * (head.length - 1)) / topologies.length;

/** The longest chain of calls, and the operations that have it; the last row is that of all operations. */
function chainIn(behaviour: Table, column: number): string {
  const longest = cellAt(behaviour, ALL, column);
  if (longest === '0') return '';
  const having = behaviour.rows.slice(0, -1).filter((row) => row[column] === longest);
  const names = having.flatMap(([title]) => (title === undefined ? [] : [cellInWords(title)]));
  return ` (up to ${longest} in a row, in ${names.length === 1 ? names.join() : `${names.length} of them`})`;
}
