import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const workspace = resolve(import.meta.dirname, '../..');

/** Without the variables that Nx gives to its child processes: a test may be one, and asks about another workspace. */
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NX_'))),
  NODE_OPTIONS: '',
  NO_COLOR: '1',
  // A process for each plugin would take most of the time.
  NX_ISOLATE_PLUGINS: 'false',
};

/** A copy of the current workspace with these additional files, committed; its packages are this one's. */
export function scratchWorkspace(more: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'jobly-nx-'));
  const write = (path: string, text: string) => {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const run = (program: string, args: string[], input = '') =>
    execFileSync(program, args, {
      cwd: root,
      env: environment,
      encoding: 'utf8',
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  const git = (...args: string[]) => run('git', ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args]);

  execFileSync(process.execPath, ['tools/nx/copy-workspace.fixture.mjs', root], { cwd: workspace });
  for (const [path, text] of Object.entries(more)) write(path, text);
  git('init', '--quiet');
  write('.git/info/exclude', 'node_modules\n');
  git('add', '--all');
  git('commit', '--quiet', '--no-verify', '--message', 'As it is');

  return {
    write,
    /** Runs a Node script in it. */
    node: (script: string, args: string[], input?: string) => run(process.execPath, [script, ...args], input),
    remove: () => rmSync(root, { recursive: true }),
  };
}
