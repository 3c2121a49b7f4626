import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimResultsDirectory, RESULTS } from './results-directory';

const within = mkdtempSync(join(tmpdir(), 'results-directory-'));

afterAll(() => rmSync(within, { recursive: true }));

describe('a directory of results', () => {
  it('is gone again if nothing is written, though a run that was killed had claimed it before', async () => {
    const path = join(within, 'killed');
    await claimResultsDirectory(path);
    const again = await claimResultsDirectory(path);
    again.release();
    expect(existsSync(path)).toBe(false);
  });

  it('keeps the results of an earlier run', async () => {
    const path = join(within, 'earlier');
    await claimResultsDirectory(path);
    writeFileSync(join(path, RESULTS), '{}');
    (await claimResultsDirectory(path)).release();
    expect(existsSync(join(path, RESULTS))).toBe(true);
  });

  it('is refused with what to do where nothing can be written', async () => {
    const file = join(within, 'a-file');
    writeFileSync(file, '');
    await expect(claimResultsDirectory(join(file, 'below'))).rejects.toThrow(/Name another directory with --out\.$/);
  });
});
