import type { Workspace } from '../code/workspace';

/** A function with how complex it is. */
export interface FunctionComplexity {
  readonly file: string;
  readonly line: number;
  readonly cyclomatic: number;
  readonly cognitive: number;
}

/** "Function 'x' has a complexity of 3. …", "… Cognitive Complexity from 4 to the 0 allowed." */
const CYCLOMATIC = /has a complexity of (\d+)/;
const COGNITIVE = /Cognitive Complexity from (\d+) to/;

/**
 * The cyclomatic complexity (McCabe 1976) of every function in some files, as ESLint's rule `complexity` counts it, and
 * the cognitive complexity (Campbell, SonarSource 2018), as the rule `cognitive-complexity` of eslint-plugin-sonarjs
 * does. That rule counts nested functions with the outermost one, and says nothing of a function without branches: 0.
 */
export async function functionComplexities(
  workspace: Workspace,
  files: readonly string[],
): Promise<FunctionComplexity[]> {
  // Nothing else here needs them, and they take longer to load than all the rest.
  const [{ Linter }, { parser }, { default: sonarjs }] = await Promise.all([
    import('eslint'),
    import('typescript-eslint'),
    import('eslint-plugin-sonarjs'),
  ]);
  const linter = new Linter({ cwd: workspace.root });
  const rule = sonarjs.rules?.['cognitive-complexity'];
  if (!rule) throw new Error('eslint-plugin-sonarjs has no rule cognitive-complexity any more');
  return files.flatMap((file) => {
    const messages = linter.verify(
      workspace.text(file),
      [
        {
          files: ['**/*.ts'],
          languageOptions: { parser },
          plugins: { sonarjs: { rules: { 'cognitive-complexity': rule } } },
          rules: { complexity: ['error', 0], 'sonarjs/cognitive-complexity': ['error', 0] },
        },
      ],
      { filename: file },
    );
    return functionsIn(file, messages);
  });
}

function functionsIn(file: string, messages: readonly { message: string; line: number }[]): FunctionComplexity[] {
  const counted = (pattern: RegExp) =>
    messages.flatMap(({ message, line }) => {
      const [, amount] = pattern.exec(message) ?? [];
      return amount === undefined ? [] : [{ line, amount: Number(amount) }];
    });
  const cognitive = counted(COGNITIVE);
  return counted(CYCLOMATIC).map(({ line, amount }) => {
    const at = cognitive.findIndex((one) => one.line === line);
    const [own] = at < 0 ? [] : cognitive.splice(at, 1);
    return { file, line, cyclomatic: amount, cognitive: own?.amount ?? 0 };
  });
}
