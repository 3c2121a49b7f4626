import type ts from 'typescript';
import { codeGroupsIn } from '../reading/code-groups';
import type { System } from '../reading/system';
import { type FunctionComplexity, functionComplexities } from './function-complexity';

/** How complex the functions of a group of code are. */
export interface GroupComplexity {
  readonly name: string;
  readonly title: string;
  readonly functions: number;
  readonly cyclomatic: Spread;
  readonly cognitive: Spread;
}

interface Spread {
  readonly sum: number;
  /** Of one function. */
  readonly highest: number;
}

/** How complex the functions are, inside modules and in what is needed between them. */
export async function groupComplexitiesIn(system: System): Promise<GroupComplexity[]> {
  const groups = codeGroupsIn(system);
  const files = groups.flatMap(({ statements }) => [...statements].map((one) => one.getSourceFile().fileName));
  const functions = await functionComplexities(system.workspace, [...new Set(files)]);
  return groups.map(({ name, title, statements }) => {
    const own = functions.filter((one) => [...statements].some((statement) => contains(statement, one)));
    return {
      ...{ name, title, functions: own.length },
      cyclomatic: spreadOf(own.map((one) => one.cyclomatic)),
      cognitive: spreadOf(own.map((one) => one.cognitive)),
    };
  });
}

const spreadOf = (values: readonly number[]): Spread => ({
  sum: values.reduce((sum, value) => sum + value, 0),
  highest: Math.max(0, ...values),
});

function contains(statement: ts.Statement, { file, line }: FunctionComplexity): boolean {
  const source = statement.getSourceFile();
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  return source.fileName === file && lineOf(statement.getStart()) <= line && line <= lineOf(statement.end);
}
