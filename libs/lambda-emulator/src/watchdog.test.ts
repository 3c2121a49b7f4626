import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { stateOf } from './process-state.fixture';

const directory = mkdtempSync(join(tmpdir(), 'jobly-watchdog-'));
const program = join(directory, 'program.mjs');
beforeAll(async () => {
  const entry = join(import.meta.dirname, 'watchdog.fixture.ts');
  await build({ entryPoints: [entry], outfile: program, bundle: true, platform: 'node', format: 'esm' });
});
afterAll(() => rmSync(directory, { recursive: true }));

test('an instance ends with its emulator, even if that is killed while the instance stands still', async () => {
  const emulator = fork(program, { execArgv: [] });
  const [pid] = (await once(emulator, 'message')) as [number];
  while ((await stateOf(pid)) !== 'T');
  emulator.kill('SIGKILL');
  while (!['', 'Z'].includes(await stateOf(pid)));
});
