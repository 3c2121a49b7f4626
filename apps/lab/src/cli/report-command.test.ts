import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeUpResults } from '@jobly/lab/fixtures/results';
import { reportCommand } from './report-command';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lab-report-'));
  import.meta.jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => {
  import.meta.jest.restoreAllMocks();
  rmSync(directory, { recursive: true });
});

const report = (...parameters: string[]) => reportCommand().parseAsync(parameters, { from: 'user' });

/** Made once, because it takes longer than everything else here. */
const results = madeUpResults();

function stored(name = 'results.json', text = JSON.stringify(results)): string {
  const file = join(directory, name);
  writeFileSync(file, text);
  return file;
}

describe('the report command', () => {
  it('writes the page beside the results, for their directory as for their file', async () => {
    const file = stored();
    const page = join(directory, 'report.html');
    for (const path of [directory, file]) {
      await report(path);
      expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/);
      rmSync(page);
    }
  });

  it('puts several runs on one page, where it is told to', async () => {
    const page = join(directory, 'both.html');
    await report(stored('a.json'), stored('b.json'), '--out', page);
    expect(readFileSync(page, 'utf8')).toContain('2 runs side by side');
  });

  it('says of two runs whether they agree, and what of a difference is the machine', async () => {
    const page = join(directory, 'both.html');
    await report(stored('a.json'), stored('b.json'), '--out', page);
    const printed = import.meta.jest.mocked(console.log).mock.calls.join('\n');
    for (const title of ['Do the two runs say the same?', 'how much of it is the machine']) {
      expect(printed).toContain(title);
      expect(readFileSync(page, 'utf8')).toContain(title);
    }
  });

  it('draws every chart as a picture, into a directory that need not be there', async () => {
    const pictures = join(directory, 'pictures', 'of-this-run');
    await report(stored(), '--svg', pictures);
    expect(readdirSync(pictures)).toHaveLength(4);
    for (const file of readdirSync(pictures)) expect(readFileSync(join(pictures, file), 'utf8')).toMatch(/^<svg /);
  });

  it.each([
    ['nothing there', () => join(directory, 'nowhere'), /^There are no results at .*nowhere/],
    ['a directory without results', () => directory, /results\.json cannot be read/],
    ['something that is not JSON', () => stored('x.json', '{'), /x\.json is not a results file/],
    [
      'a path for a name',
      () => stored('x.json', JSON.stringify({ ...results, experiment: '../..' })),
      /\(experiment: /,
    ],
    ['another version', () => stored('x.json', JSON.stringify({ ...results, version: 99 })), /\(version: /],
  ])('refuses %s in one sentence', async (_what, path, sentence) => {
    await expect(report(path())).rejects.toMatchObject({ name: 'Failure', message: expect.stringMatching(sentence) });
    expect(existsSync(join(directory, 'report.html'))).toBe(false);
  });

  it('refuses a page that cannot be written, and one picture of several runs', async () => {
    const file = stored();
    await expect(report(file, '--out', join(file, 'x.html'))).rejects.toThrow(/cannot be written/);
    await expect(report(file, file, '--svg', directory)).rejects.toThrow('--svg draws one run');
  });
});
