import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { found, keep } from './cache';
import { assertRoom } from './room';
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

const keepAs = (key: string) => keep(join(directory, 'made'), key);

/** As if it had been used last so many hours ago. */
function age(key: string, hours: number): void {
  const then = new Date(Date.now() - hours * 3_600_000);
  utimesSync(join(cache, key), then, then);
}

describe('data that is kept', () => {
  it('is found again whole, and nothing else is left', async () => {
    expect(await found('1k-a')).toBeUndefined();
    await keepAs('1k-a');
    expect(readFileSync(join((await found('1k-a'))!, 'file'), 'utf8')).toBe('rows');
    expect(readdirSync(cache)).toEqual(['1k-a']);
  });

  it('is what another process has kept meanwhile', async () => {
    await keepAs('1k-a');
    writeFileSync(join(cache, '1k-a/file'), 'of the other');
    await keepAs('1k-a');
    expect(readFileSync(join(cache, '1k-a/file'), 'utf8')).toBe('of the other');
    expect(readdirSync(cache)).toEqual(['1k-a']);
  });

  it('makes room for more by what was used longest ago, unless that may be in use', async () => {
    for (const [key, hours] of [
      ['1m-a', 3],
      ['1m-b', 2],
      ['1m-c', 0.5],
    ] as const) {
      await keepAs(key);
      age(key, hours);
    }
    await keepAs('1k-d');
    expect(readdirSync(cache).sort()).toEqual(['1k-d', '1m-b', '1m-c']);
  });

  it('does not include the half of it that a killed process left', async () => {
    mkdirSync(join(cache, '.1-1k-a'), { recursive: true });
    age('.1-1k-a', 2);
    await keepAs('1k-b');
    expect(existsSync(join(cache, '.1-1k-a'))).toBe(false);
  });
});

describe('a disk with too little room', () => {
  it('is noticed beforehand, in a sentence that says what to do', async () => {
    await expect(assertRoom(directory, dataSize('1m'), 1e9)).rejects.toThrow(
      /^Data of size 1m needs [\d.]+ GB in .*, and [\d.]+ GB are free; free some, choose a smaller size with --data/,
    );
    await expect(assertRoom(directory, dataSize('100'), 0)).resolves.toBeUndefined();
  });
});
