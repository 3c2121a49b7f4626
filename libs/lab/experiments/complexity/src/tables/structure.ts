import { DEFINITIONS, measures, sumOf, type System } from '@jobly/architecture';
import { count, type Table } from '@jobly/lab/results';
import { STRUCTURE } from './names';

/** What each topology is made of. */
export const structureTable = (system: System): Table => ({
  name: STRUCTURE,
  title: 'What each topology is made of',
  note: `Every number is the length or the sum of a list, on the page and in the JSON, with file and line. A topology that runs the same apps as an earlier one has no column. ${DEFINITIONS}`,
  head: ['', ...system.topologies.map(({ name }) => name)],
  rows: measures.map((measure) => [
    measure.title,
    ...system.topologies.map((topology) => count(sumOf(measure.of(topology, system)))),
  ]),
  keys: measures.map(({ name }) => name),
});

/** Where in the code each of these numbers comes from. */
export const listTables = (system: System): Table[] =>
  measures.flatMap((measure): Table[] => {
    const rows = system.topologies.flatMap((topology) =>
      measure
        .of(topology, system)
        .map(({ what, place, amount }) => [
          topology.name,
          what,
          place,
          ...(amount === undefined ? [] : [count(amount)]),
        ]),
    );
    const [first = []] = rows;
    const head = ['topology', 'what', 'where', ...(first.length > 3 ? ['of these'] : [])];
    const title = `The list of: ${measure.title}`;
    return rows.length === 0 ? [] : [{ name: `list of ${measure.name}`, title, note: '', head, rows, folded: true }];
  });
