import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The files of a repository's last commit, in the way that somebody gets them: cloned, or unpacked from an archive. */
export function makePlace(repository, { git = [], umask = 0o022, folder = 'jobly', archive } = {}) {
  const parent = mkdtempSync(join(tmpdir(), 'jobly-newcomer-'));
  const path = join(parent, folder);
  const usual = process.umask(umask);
  try {
    if (archive) unpack(repository, path, archive);
    else execFileSync('git', [...git, 'clone', '--quiet', ...configuring(git), repository, path]);
  } finally {
    process.umask(usual);
  }
  return { path, parent, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

/** A setting given to git by `-c` is kept in the clone, as if it were the user's. */
const configuring = (git) => git.flatMap((option) => (option === '-c' ? ['--config'] : [option]));

function unpack(repository, path, ignored) {
  mkdirSync(path);
  if (ignored !== true) {
    execFileSync('git', ['init', '--quiet', dirname(path)]);
    writeFileSync(join(dirname(path), '.gitignore'), ignored);
  }
  const files = execFileSync('git', ['archive', 'HEAD'], { cwd: repository, maxBuffer: 2 ** 30 });
  execFileSync('tar', ['-x', '-C', path], { input: files });
}

/** Whether there are changes that a trial of the last commit would miss. */
export const hasChanges = (repository) =>
  execFileSync('git', ['status', '--porcelain'], { cwd: repository }).length > 0;
