import { DEFINITIONS, type Item, type Measure, measures, sumOf, type System } from '@jobly/architecture';
import { blocks, bulleted, count, folded, linkTo, table } from './markdown';

interface Count {
  readonly measure: Measure;
  /** Of each topology. */
  readonly lists: readonly Item[][];
}

const countsIn = (system: System): Count[] =>
  measures.map((measure) => ({
    measure,
    lists: system.topologies.map((topology) => measure.of(topology, system)),
  }));

/** What each topology is made of, in numbers that lead to their lists. */
export const structureSection = (system: System): string =>
  blocks(
    '## What each is made of',
    `Every number is the length or the sum of a list, and leads to it. ${DEFINITIONS}`,
    table(
      ['', ...system.topologies.map(({ name }) => name)],
      countsIn(system).map(({ measure, lists }) => [measure.title, ...lists.map((list) => numberOf(measure, list))]),
    ),
  );

/** The lists behind these numbers, with the place of every item in the code. */
export function listsSection(system: System): string {
  const names = system.topologies.map(({ name }) => name);
  return blocks('## The lists', ...countsIn(system).map((one) => listOf(one, names)));
}

const idOf = ({ name }: Measure) => name.replaceAll(' ', '-');

const numberOf = (measure: Measure, list: readonly Item[]) =>
  list.length === 0 ? '0' : `[${count(sumOf(list))}](#${idOf(measure)})`;

function listOf({ measure, lists }: Count, topologies: readonly string[]): string {
  const content = lists.flatMap((list, at) =>
    list.length === 0 ? [] : [`**${topologies[at] ?? ''}**: ${count(sumOf(list))}`, bulleted(list.map(inWords))],
  );
  return folded(idOf(measure), measure.title, ...content);
}

function inWords({ what, place, amount }: Item): string {
  const isItsFile = place.startsWith(`${what}:`);
  return `${isItsFile ? '' : `${what}, `}${linkTo(place)}${amount === undefined ? '' : `: ${count(amount)}`}`;
}
