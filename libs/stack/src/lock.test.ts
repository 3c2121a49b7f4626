import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCK_FILE, takeLock } from './lock';
import { identify } from './process-identity';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'jobly-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const holder = () => JSON.parse(readFileSync(join(directory, LOCK_FILE), 'utf8')) as unknown;
const holdBy = (content: string) => writeFileSync(join(directory, LOCK_FILE), content);

test('is held by one at a time', () => {
  const giveBack = takeLock(directory);
  expect(() => takeLock(directory)).toThrow(`Jobly is already running on ${directory} (pid ${process.pid})`);
  giveBack();
  takeLock(directory)();
  expect(readdirSync(directory)).toEqual([]);
});

test('is taken over from a process that has ended', () => {
  const { pid } = spawnSync('true');
  holdBy(JSON.stringify({ pid, began: 'once' }));
  const giveBack = takeLock(directory);
  expect(holder()).toEqual(identify(process.pid));
  giveBack();
});

test('is taken over when its holder’s number belongs to another process by now', () => {
  holdBy(JSON.stringify({ pid: process.pid, began: 'before this one' }));
  const giveBack = takeLock(directory);
  expect(holder()).toEqual(identify(process.pid));
  giveBack();
});

test('an empty lock is someone’s who is just taking it, but not for long', () => {
  holdBy('');
  expect(() => takeLock(directory)).toThrow('already running');
  utimesSync(join(directory, LOCK_FILE), 0, 0);
  takeLock(directory)();
});

test('an empty lock is no longer anyone’s when the clock has been set back since', () => {
  holdBy('');
  const future = Date.now() / 1_000 + 7_200;
  utimesSync(join(directory, LOCK_FILE), future, future);
  takeLock(directory)();
});

test('is given back by its holder only', () => {
  const giveBack = takeLock(directory);
  const another = JSON.stringify(identify(process.ppid));
  holdBy(another);
  giveBack();
  expect(readFileSync(join(directory, LOCK_FILE), 'utf8')).toBe(another);
});
