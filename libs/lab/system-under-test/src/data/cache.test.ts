import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { found, keep } from './cache';
import { assertRoom, bytesOf } from './room';
import { dataSize } from './size';

let directory: string;
let cache: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'jobly-lab-cache-'));
  cache = process.env['JOBLY_LAB_CACHE'] = join(directory, 'cache');
  mkdirSync(join(directory, 'made'));
  writeFileSync(join(directory, 'made/file'), 'rows');
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Names like those that data is kept under. */
const [first, second, third, fourth] = ['1k-', '1m-', '1m-', '1m-'].map(
  (size, at) => `${size}${String(at).repeat(16)}`,
) as [string, string, string, string];

const keepAs = (key: string) => keep(join(directory, 'made'), key);

/** As if it had been used last so many hours ago. */
function age(key: string, hours: number): void {
  const then = new Date(Date.now() - hours * 3_600_000);
  utimesSync(join(cache, key), then, then);
}

describe('data that is kept', () => {
  it('is found again whole, and nothing else is left', async () => {
    expect(await found(first)).toBeUndefined();
    await keepAs(first);
    expect(readFileSync(join((await found(first))!, 'file'), 'utf8')).toBe('rows');
    expect(readdirSync(cache)).toEqual([first]);
  });

  it('is what another process has kept meanwhile', async () => {
    await keepAs(first);
    writeFileSync(join(cache, `${first}/file`), 'of the other');
    await keepAs(first);
    expect(readFileSync(join(cache, `${first}/file`), 'utf8')).toBe('of the other');
    expect(readdirSync(cache)).toEqual([first]);
  });

  it('makes room for more by what was used longest ago, unless that may be in use', async () => {
    for (const [key, hours] of [
      [second, 3],
      [third, 2],
      [fourth, 0.5],
    ] as const) {
      await keepAs(key);
      age(key, hours);
    }
    await keepAs(first);
    expect(readdirSync(cache).sort()).toEqual([first, third, fourth]);
  });

  it('never makes room by what is somebody else’s', async () => {
    const others = ['.1-report', '1m-notes', 'documents'];
    for (const key of [second, third, fourth, ...others]) {
      await keepAs(key);
      age(key, others.includes(key) ? 9 : 2);
    }
    await keepAs(first);
    expect(readdirSync(cache)).toEqual(expect.arrayContaining(others));
  });

  it('may be removed by another lab at any time', async () => {
    mkdirSync(cache);
    symlinkSync('removed', join(cache, second)); // in the list of names, and not there when it is looked at
    expect(await found(second)).toBeUndefined();
    await keepAs(first);
    expect(await found(first)).toBe(join(cache, first));
  });

  it('does not include the half of it that a killed process left', async () => {
    const left = join(cache, '.jobly-lab-a1B2c3');
    mkdirSync(left, { recursive: true });
    age('.jobly-lab-a1B2c3', 2);
    await keepAs(first);
    expect(existsSync(left)).toBe(false);
  });

  it('holds nothing that a killed process of the same number left', async () => {
    const left = join(cache, `.${process.pid}-${first}`);
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'half'), 'of it');
    await keepAs(first);
    expect(readdirSync(join(cache, first))).toEqual(['file']);
  });
});

describe('a disk with too little room', () => {
  it('is noticed beforehand, in a sentence that says what to do', async () => {
    await expect(assertRoom(directory, dataSize('1m'), 1e18)).rejects.toThrow(
      /^Data of size 1m needs [\d.]+ GB in .*, and [\d.]+ GB are free; free some, choose a smaller size with --data/,
    );
    await expect(assertRoom(directory, dataSize('100'), 0)).resolves.toBeUndefined();
  });

  it('is asked for the room of all copies of the databases, too', () => {
    expect(bytesOf(dataSize('1m'), 12)).toBeGreaterThan(10 * bytesOf(dataSize('1m')));
  });
});
