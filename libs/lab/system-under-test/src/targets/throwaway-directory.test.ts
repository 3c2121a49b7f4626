import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { throwawayDirectory } from './throwaway-directory';

const within = mkdtempSync(join(tmpdir(), 'throwaway-'));

afterAll(() => rmSync(within, { recursive: true }));

describe('a throwaway directory', () => {
  it('comes instead of those that killed runs have left, and leaves all others alone', async () => {
    const left = join(within, `jobly-lab-${spawnSync('true').pid}-a1B2c3`);
    mkdirSync(join(left, 'data'), { recursive: true });
    writeFileSync(join(left, 'data', 'PG_VERSION'), '17');
    const others = [`jobly-lab-${process.ppid}-a1B2c3`, 'jobly-lab-cache-a1B2c3', 'notes'];
    for (const name of others) mkdirSync(join(within, name));
    const { path, remove } = await throwawayDirectory(within);
    expect(readdirSync(within).sort()).toEqual([...others, basename(path)].sort());
    await remove();
    expect(readdirSync(within).sort()).toEqual(others.sort());
  });
});
