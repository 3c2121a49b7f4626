import {
  commonTo,
  type FunctionComplexity,
  functionComplexities,
  ownOf,
  type System,
  tagsOf,
} from '@jobly/architecture';
import { count, type Table } from '@jobly/lab/results';
import type ts from 'typescript';
import { FUNCTIONS, INSIDE } from './names';

interface Group {
  readonly name: string;
  readonly title: string;
  readonly statements: ReadonlySet<ts.Statement>;
}

/** Code by who needs it: the modules in every topology, and what each topology has of its own. */
function groupsOf(system: System): Group[] {
  const common = commonTo(system);
  const isModule = (statement: ts.Statement) =>
    tagsOf(system.workspace, statement.getSourceFile().fileName).includes('type:module');
  const group = (name: string, title: string, statements: ts.Statement[]): Group => ({
    ...{ name, title },
    statements: new Set(statements),
  });
  return [
    group(INSIDE, 'inside modules, in every topology', common.filter(isModule)),
    group(
      'shared',
      'in other libraries, in every topology',
      common.filter((statement) => !isModule(statement)),
    ),
    ...system.topologies.map((topology) =>
      group(topology.name, `${topology.name}, not in every topology`, ownOf(topology, system)),
    ),
  ];
}

/** How complex the functions are, inside modules and in what is needed between them. */
export async function functionsTable(system: System): Promise<Table> {
  const groups = groupsOf(system);
  const files = groups.flatMap(({ statements }) => [...statements].map((one) => one.getSourceFile().fileName));
  const functions = await functionComplexities(system.workspace, [...new Set(files)]);
  return {
    name: FUNCTIONS,
    title: 'How complex the functions are',
    note: 'Cyclomatic complexity as ESLint counts it, cognitive complexity as SonarJS does, summed over functions; the highest is of one function.',
    head: ['code', 'functions', 'cyclomatic', 'highest', 'cognitive', 'highest'],
    rows: groups.map((group) => rowOf(group, functions)),
    keys: groups.map(({ name }) => name),
  };
}

function rowOf({ title, statements }: Group, functions: readonly FunctionComplexity[]): string[] {
  const own = functions.filter((one) => [...statements].some((statement) => contains(statement, one)));
  const [cyclomatic, cognitive] = [own.map((one) => one.cyclomatic), own.map((one) => one.cognitive)];
  const figures = [own.length, ...sumAndHighest(cyclomatic), ...sumAndHighest(cognitive)];
  return [title, ...figures.map(count)];
}

const sumAndHighest = (values: readonly number[]) => [
  values.reduce((sum, value) => sum + value, 0),
  Math.max(0, ...values),
];

function contains(statement: ts.Statement, { file, line }: FunctionComplexity): boolean {
  const source = statement.getSourceFile();
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  return source.fileName === file && lineOf(statement.getStart()) <= line && line <= lineOf(statement.end);
}
