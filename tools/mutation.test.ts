import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { linesOf, scoreOf } from './mutation/score.mjs';

const root = join(import.meta.dirname, '..');
const mutant = (status: string, line = 1) => ({
  status,
  fileName: join(root, 'libs/auth/src/guard.ts'),
  location: { start: { line, column: 5 } },
  mutatorName: 'BooleanLiteral',
  replacement: 'false',
});

describe('the score of a library', () => {
  it('is what was noticed of what could be', () => {
    const mutants = ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map((status) => mutant(status));
    expect(scoreOf(mutants)).toMatchObject({ noticed: 2, valid: 4, percent: 50 });
  });

  it('leaves out what did not even load', () => {
    const mutants = ['Killed', 'RuntimeError', 'CompileError', 'Ignored'].map((status) => mutant(status));
    expect(scoreOf(mutants)).toMatchObject({ noticed: 1, valid: 1, percent: 100 });
  });

  it('stands below the places that nobody noticed, and before the total', () => {
    const results = { auth: [mutant('Killed'), mutant('Survived', 7)], jobs: [mutant('Killed'), mutant('Killed')] };
    const lines = linesOf(results, 'results').join('\n');
    expect(lines).toMatch(/libs\/auth\/src\/guard\.ts:7:5 +BooleanLiteral +false/);
    expect(lines).not.toContain('guard.ts:1:5');
    expect(lines).toMatch(
      /auth +50\.0 % +1 of 2.*results\/auth\/report\.html\njobs +100\.0 % +2 of 2.*\nin total +75\.0 % +3 of 4/,
    );
  });
});

test('a library that is not mutated is refused by name', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/mutation.mjs', 'auth', 'nothing'], { cwd: root });
  expect([status, String(stderr)]).toEqual([
    2,
    expect.stringMatching(/'nothing' is invalid for argument 'library'. Allowed choices are auth, /),
  ]);
});
