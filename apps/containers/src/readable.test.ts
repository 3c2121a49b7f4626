import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '@jobly/contracts';
import { makeReadable } from './readable';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jobly-readable-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (path: string) => (statSync(join(folder, path)).mode & 0o777).toString(8);

test('what only its owner may read, everyone may read afterwards, and nobody else may change', () => {
  mkdirSync(join(folder, 'cache/deep'), { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'cache/deep/on.conf'), '', { mode: 0o600 });
  writeFileSync(join(folder, 'start.sh'), '', { mode: 0o700 });
  chmodSync(folder, 0o700);
  makeReadable(folder);
  expect(['', 'cache', 'cache/deep', 'cache/deep/on.conf', 'start.sh'].map(modeOf)).toEqual([
    '755',
    '755',
    '755',
    '644',
    '744',
  ]);
});

test('a folder that cannot be made readable is named, with what to type', () => {
  const missing = join(folder, 'nginx');
  expect(() => makeReadable(missing)).toThrow(StartError);
  expect(() => makeReadable(missing)).toThrow(`type "sudo chmod -R go+rX ${missing}".`);
});
