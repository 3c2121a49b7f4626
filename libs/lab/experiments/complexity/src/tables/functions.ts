import { type GroupComplexity, groupComplexitiesIn, type System } from '@jobly/architecture';
import { count, type Table } from '@jobly/lab/results';
import { FUNCTIONS } from './names';

/** How complex the functions are, inside modules and in what is needed between them. */
export async function functionsTable(system: System): Promise<Table> {
  const groups = await groupComplexitiesIn(system);
  return {
    name: FUNCTIONS,
    title: 'How complex the functions are',
    note: 'Cyclomatic complexity as ESLint counts it, cognitive complexity as SonarJS does, summed over functions; the highest is of one function.',
    head: ['code', 'functions', 'cyclomatic', 'highest', 'cognitive', 'highest'],
    rows: groups.map(rowOf),
    keys: groups.map(({ name }) => name),
  };
}

const rowOf = ({ title, functions, cyclomatic, cognitive }: GroupComplexity): string[] => [
  title,
  ...[functions, cyclomatic.sum, cyclomatic.highest, cognitive.sum, cognitive.highest].map(count),
];
