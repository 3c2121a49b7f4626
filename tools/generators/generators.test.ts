import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const workspace = join(import.meta.dirname, '../..');
const NOT_COPIED = ['node_modules', '.git', '.nx', '.jobly', 'dist', 'lab-results'];

// Copying, and four programs that examine the whole copy, take long on a busy machine.
import.meta.jest.setTimeout(300_000);

/** The generated files, and the lists that they are entered in. */
const WRITTEN = [
  'apps/lab/src/experiments.ts',
  'libs/lab/experiments/cold-starts',
  'libs/lab/experiments/twice-as-long',
  'libs/reviews',
];

let copy: string;

/** Without the variables that Nx gives to its child processes: a test may be one, and asks about another workspace. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NX_'))),
  NODE_OPTIONS: '',
  NX_DAEMON: 'false',
  NX_INTERACTIVE: 'false',
  NX_ISOLATE_PLUGINS: 'false',
};

/**
 * A program of the workspace, run in the copy.
 * @throws an error with its output if it fails
 */
async function inCopy(program: string, ...parameters: string[]): Promise<void> {
  const file = join('node_modules/.bin', program);
  await run(file, parameters, { cwd: copy, env }).catch((error: unknown) => {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${[program, ...parameters].join(' ')}:\n${stdout}${stderr}`);
  });
}

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'generators-'));
  cpSync(workspace, copy, { recursive: true, filter: (path) => !NOT_COPIED.includes(basename(path)) });
  symlinkSync(join(workspace, 'node_modules'), join(copy, 'node_modules'));
  await inCopy(
    'nx',
    'g',
    '@jobly/generators:experiment',
    'cold-starts',
    '--kind',
    'study',
    '--question',
    "What's cold?",
  );
  await inCopy('nx', 'g', '@jobly/generators:experiment', 'twice-as-long');
  await inCopy('nx', 'g', '@jobly/generators:module', 'reviews');
  const written = { extends: './tsconfig.base.json', include: WRITTEN };
  writeFileSync(join(copy, 'tsconfig.written.json'), JSON.stringify(written));
});
afterAll(() => rmSync(copy, { recursive: true }));

describe('what the generators write', () => {
  it.each([
    ['typechecks', 'tsc', ['--project', 'tsconfig.written.json']],
    ['is formatted', 'prettier', ['--check', ...WRITTEN, 'tsconfig.base.json', 'eslint.config.mjs']],
    ['is linted', 'eslint', WRITTEN],
    ['is used', 'knip', ['--no-config-hints']],
  ])('%s', async (_what, program, parameters) => {
    await expect(inCopy(program, ...parameters)).resolves.toBeUndefined();
  });

  it('is an experiment that the lab runs by its name', () => {
    execFileSync(process.execPath, ['tools/build.mjs', 'lab'], { cwd: copy });
    const list = execFileSync(process.execPath, ['dist/apps/lab/main.js'], { cwd: copy, env, encoding: 'utf8' });
    expect(list).toMatch(/^ +cold-starts +What's cold\?$/m);
    expect(list).toMatch(/^ +twice-as-long +How /m);
  });

  it('is not written where there is something already', async () => {
    await expect(inCopy('nx', 'g', '@jobly/generators:module', 'users')).rejects.toThrow('libs/users is there already');
  });
});
