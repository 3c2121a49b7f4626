import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimResultsDirectory, RESULTS } from './results-directory';

const within = mkdtempSync(join(tmpdir(), 'results-directory-'));

afterAll(() => rmSync(within, { recursive: true }));

describe('a directory of results', () => {
  it('is gone again if nothing is written, though a run that was killed had claimed it before', async () => {
    const path = join(within, 'killed');
    mkdirSync(path);
    writeFileSync(join(path, RESULTS), '');
    writeFileSync(join(path, 'running.pid'), String(spawnSync('true').pid));
    (await claimResultsDirectory(path)).release();
    expect(existsSync(path)).toBe(false);
  });

  it('is left to the run that writes there, and free once that has ended', async () => {
    const path = join(within, 'shared');
    mkdirSync(path);
    const other = spawn('sleep', ['60']);
    try {
      writeFileSync(join(path, 'running.pid'), String(other.pid));
      writeFileSync(join(path, RESULTS), '');
      await expect(claimResultsDirectory(path)).rejects.toThrow(
        `Another run, process ${other.pid}, writes its results to ${path}. Name another directory with --out.`,
      );
      expect(readdirSync(path).sort()).toEqual([RESULTS, 'running.pid']);
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('keeps the results of an earlier run', async () => {
    const path = join(within, 'earlier');
    mkdirSync(path);
    writeFileSync(join(path, RESULTS), '{}');
    (await claimResultsDirectory(path)).release();
    expect(readdirSync(path)).toEqual([RESULTS]);
  });

  it('is refused with what to do where nothing can be written', async () => {
    const file = join(within, 'a-file');
    writeFileSync(file, '');
    await expect(claimResultsDirectory(join(file, 'below'))).rejects.toThrow(/Name another directory with --out\.$/);
  });
});
