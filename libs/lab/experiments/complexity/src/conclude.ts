import type { Figures, Table } from '@jobly/lab/results';
import { behaviourInWords } from './behaviour-in-words';
import { cellAt, listed } from './tables/cell';
import { BREACHES, EDGES, FUNCTIONS, INSIDE, STRUCTURE, UNSEEN } from './tables/names';

type Tables = Pick<Figures, 'tables'>;

/** What is the same inside the modules, and what each topology has between them. */
export function conclude({ tables }: Tables): { verdict: string } {
  const find = (name: string) => tables.find((table) => table.name === name);
  const [structure, functions] = [find(STRUCTURE), find(FUNCTIONS)];
  if (!structure || !functions) return { verdict: 'Nothing was counted.' };
  const topologies = structure.head.slice(1).map(String);
  const code = (group: string) => `cyclomatic complexity ${cellAt(functions, group, 2)}`;
  const inside = `Inside the modules, ${listed(topologies)} share ${cellAt(functions, INSIDE, 1)} functions with ${code(INSIDE)}.`;
  const between = topologies.map((topology, index) => {
    const lines = `${cellAt(structure, 'code lines', index + 1)} lines of its own, with ${code(topology)}`;
    return `${topology} has ${listed([...networkIn(structure, index + 1), lines])}`;
  });
  const behaviour = behaviourInWords(tables, topologies);
  const breaches = breachesInWords(find(BREACHES), find(EDGES));
  return { verdict: [inside, `Between them, ${between.join('; ')}.`, ...behaviour, ...breaches].join(' ') };
}

/** What goes past the interfaces, and whether the calls that were seen are those that the code declares. */
function breachesInWords(breaches: Table | undefined, edges: Table | undefined): string[] {
  const unseen = breaches?.keys?.filter((key) => key === UNSEEN).length ?? 0;
  const past = (breaches?.rows.length ?? 0) - unseen;
  if (edges && past + unseen === 0) {
    return [`All ${edges.rows.length} calls that the code declares were seen, and no others.`];
  }
  return [
    ...(past === 0 ? [] : [`${past} ${past === 1 ? 'thing goes' : 'things go'} past the interfaces.`]),
    ...(unseen === 0 ? [] : [`${unseen} declared ${unseen === 1 ? 'call was' : 'calls were'} never seen.`]),
  ];
}

/** What a topology has that a function call does not need, in words; what it has none of is left out. */
const KINDS: [measure: string, one: string, many: string][] = [
  ['processes', 'process', 'processes'],
  ['network ports', 'port over the network', 'ports over the network'],
  ['internal endpoints', 'internal endpoint', 'internal endpoints'],
  ['boundary fields', 'field in messages', 'fields in messages'],
  ['variables', 'environment variable', 'environment variables'],
  ['sagas', 'deletion by events', 'deletions by events'],
  ['failures', 'kind of failure between them', 'kinds of failure between them'],
];

const networkIn = (structure: Table, column: number): string[] =>
  KINDS.flatMap(([measure, one, many]) => {
    const amount = cellAt(structure, measure, column);
    return amount === '0' ? [] : [`${amount} ${amount === '1' ? one : many}`];
  });
