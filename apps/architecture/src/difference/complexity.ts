import { type GroupComplexity, groupComplexitiesIn, type System } from '@jobly/architecture';
import { blocks, count, table } from './markdown';

/** How complex the functions are inside the modules, and in what each topology needs between them. */
export async function complexitySection(system: System): Promise<string> {
  const groups = await groupComplexitiesIn(system);
  return blocks(
    '## Inside and between',
    'The modules are the same code in both, except for their lifecycles. What differs is what each needs around them. Cyclomatic complexity is what ESLint counts, cognitive complexity what SonarJS does; both are sums over functions, and the highest is of one function.',
    table(['code', 'functions', 'cyclomatic', 'highest', 'cognitive', 'highest'], groups.map(rowOf)),
  );
}

const rowOf = ({ title, functions, cyclomatic, cognitive }: GroupComplexity): string[] => [
  title,
  ...[functions, cyclomatic.sum, cyclomatic.highest, cognitive.sum, cognitive.highest].map(count),
];
