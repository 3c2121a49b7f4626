import { workspaceAt } from '../code/workspace';
import { writtenWorkspace } from '../index.fixture';
import { functionComplexities } from './function-complexity';

const source = `
export const straight = (value: number): number => value + 1;

export function nested(values: number[]): number {
  for (const value of values) {
    if (value > 1) {
      if (value > 2) return value;
    }
  }
  return 0;
}
`;

it('functions are as complex as the rules of ESLint and SonarJS count them', async () => {
  const { root, remove } = writtenWorkspace({ 'code.ts': source });
  // Cyclomatic: 1, and 1 for the loop and each condition. Cognitive: a loop 1, a condition in it 2, one in that 3.
  expect(await functionComplexities(workspaceAt(root), ['code.ts'])).toEqual([
    { file: 'code.ts', line: 2, cyclomatic: 1, cognitive: 0 },
    { file: 'code.ts', line: 4, cyclomatic: 4, cognitive: 6 },
  ]);
  remove();
});
