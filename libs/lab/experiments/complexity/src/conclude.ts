import type { Figures, Table } from '@jobly/lab/results';
import { BREACHES, FUNCTIONS, INSIDE, STRUCTURE } from './tables/names';

type Tables = Pick<Figures, 'tables'>;

/** What is the same inside the modules, and what each topology has between them. */
export function conclude({ tables }: Tables): { verdict: string } {
  const find = (name: string) => tables.find((table) => table.name === name);
  const [structure, functions] = [find(STRUCTURE), find(FUNCTIONS)];
  if (!structure || !functions) return { verdict: 'Nothing was counted.' };
  const topologies = structure.head.slice(1).map(String);
  const code = (group: string) => `cyclomatic complexity ${cell(functions, group, 2)}`;
  const inside = `Inside the modules, ${listed(topologies)} share ${cell(functions, INSIDE, 1)} functions with ${code(INSIDE)}.`;
  const between = topologies.map((topology, index) => {
    const lines = `${cell(structure, 'code lines', index + 1)} lines of its own, with ${code(topology)}`;
    return `${topology} has ${listed([...networkIn(structure, index + 1), lines])}`;
  });
  const breaches = find(BREACHES)?.rows.length ?? 0;
  const warning =
    breaches === 0 ? [] : [`${breaches} ${breaches === 1 ? 'thing goes' : 'things go'} past the interfaces.`];
  return { verdict: [inside, `Between them, ${between.join('; ')}.`, ...warning].join(' ') };
}

/** What a topology has that a function call does not need, in words; what it has none of is left out. */
const KINDS: [measure: string, one: string, many: string][] = [
  ['processes', 'process', 'processes'],
  ['network ports', 'port over the network', 'ports over the network'],
  ['internal endpoints', 'internal endpoint', 'internal endpoints'],
  ['boundary fields', 'field in messages', 'fields in messages'],
  ['variables', 'environment variable', 'environment variables'],
  ['sagas', 'deletion by events', 'deletions by events'],
  ['failures', 'new kind of failure', 'new kinds of failure'],
];

const networkIn = (structure: Table, column: number): string[] =>
  KINDS.flatMap(([measure, one, many]) => {
    const amount = cell(structure, measure, column);
    return amount === '0' ? [] : [`${amount} ${amount === '1' ? one : many}`];
  });

function cell({ keys = [], rows }: Table, key: string, column: number): string {
  const found = rows[keys.indexOf(key)]?.[column];
  return typeof found === 'string' ? found : '0';
}

const listed = (items: readonly string[]) => new Intl.ListFormat('en-GB').format(items);
