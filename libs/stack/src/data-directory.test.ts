import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDirectory, emptyDirectory } from './data-directory';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'jobly-data-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

test.each(['absent', 'empty'])('an %s directory becomes ours and is recognised', (state) => {
  const directory = join(parent, 'data');
  if (state === 'empty') mkdirSync(directory);
  claimDirectory(directory);
  writeFileSync(join(directory, 'something'), 'of ours');
  claimDirectory(directory);
  expect(readdirSync(directory).sort()).toEqual(['jobly.json', 'something']);
});

test('a directory with other things in it is refused and left untouched', () => {
  writeFileSync(join(parent, 'thesis.txt'), 'irreplaceable');
  expect(() => claimDirectory(parent, { anyVersion: true })).toThrow(
    /holds files that are not Jobly's.*nothing was touched/,
  );
  expect(readdirSync(parent)).toEqual(['thesis.txt']);
});

test('so is one whose marker is someone else’s file of that name', () => {
  writeFileSync(join(parent, 'jobly.json'), '["my", "settings"]');
  writeFileSync(join(parent, 'thesis.txt'), 'irreplaceable');
  expect(() => claimDirectory(parent, { anyVersion: true })).toThrow('nothing was touched');
});

test('a file is not a directory', () => {
  writeFileSync(join(parent, 'file'), '');
  expect(() => claimDirectory(join(parent, 'file'))).toThrow(/is not a directory; choose one with --data DIR/);
});

test('another version’s directory is refused, unless it is about to be emptied', () => {
  writeFileSync(join(parent, 'jobly.json'), '{ "jobly": 99 }');
  expect(() => claimDirectory(parent)).toThrow(/another version of Jobly \(format 99; this one reads 1\)/);
  claimDirectory(parent, { anyVersion: true });
  emptyDirectory(parent, []);
  claimDirectory(parent);
  expect(readFileSync(join(parent, 'jobly.json'), 'utf8')).toBe('{"jobly":1}\n');
});

test('emptying keeps the marker and what is named', () => {
  claimDirectory(parent);
  mkdirSync(join(parent, 'postgres', 'base'), { recursive: true });
  writeFileSync(join(parent, 'stack.lock'), '');
  emptyDirectory(parent, ['stack.lock']);
  expect(readdirSync(parent).sort()).toEqual(['jobly.json', 'stack.lock']);
  expect(existsSync(join(parent, 'postgres'))).toBe(false);
});
