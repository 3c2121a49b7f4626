import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { atPlainPath } from './plain-path';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'jobly-plain-path-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

function installationIn(folder: string): string {
  const bin = join(parent, folder, 'native/bin');
  mkdirSync(bin, { recursive: true });
  mkdirSync(join(bin, '../share'));
  writeFileSync(join(bin, 'initdb'), 'initdb', { mode: 0o755 });
  writeFileSync(join(bin, '../share/postgres.bki'), 'catalogs');
  return join(bin, 'initdb');
}

test.each(['for $5', 'a "quote"', 'a `tick`', 'back\\slash'])(
  'in a folder called %s, initdb runs elsewhere, with what belongs to it, and leaves nothing there',
  async (folder) => {
    let ranAt = '';
    await atPlainPath(installationIn(folder), async (initdb) => {
      ranAt = initdb;
      expect(initdb).toMatch(/^[^"$`\\]+\/bin\/initdb$/);
      expect(statSync(initdb).mode & 0o111).toBe(0o111);
      expect(readFileSync(join(initdb, '../../share/postgres.bki'), 'utf8')).toBe('catalogs');
    });
    expect(existsSync(dirname(dirname(ranAt)))).toBe(false);
  },
);

test.each(["it's", 'with blanks', '[a-z] {b} #1 50% é'])(
  'in a folder called %s it runs where it is',
  async (folder) => {
    const installed = installationIn(folder);
    const run = import.meta.jest.fn(async () => {});
    await atPlainPath(installed, run);
    expect(run).toHaveBeenCalledWith(installed);
  },
);

test('what fails there leaves nothing behind either', async () => {
  let ranAt = '';
  const failing = atPlainPath(installationIn('US$'), async (initdb) => {
    ranAt = initdb;
    throw new Error('no space left');
  });
  await expect(failing).rejects.toThrow('no space left');
  expect(existsSync(ranAt)).toBe(false);
});
