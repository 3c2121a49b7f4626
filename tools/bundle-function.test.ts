import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const directory = mkdtempSync(join(tmpdir(), 'jobly-bundle-'));
afterAll(() => rmSync(directory, { recursive: true }));

// The launcher shows the last line of a log as the reason why a process has ended.
test('a function is bundled without a warning', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'bundle-function.mjs'), 'monolith', join(directory, 'monolith')],
    { cwd: join(import.meta.dirname, '..'), encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
});
