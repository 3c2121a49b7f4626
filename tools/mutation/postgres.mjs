import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** Starts a server on which the tests create their databases; the program for that is built in `results`. */
export async function startPostgres(results) {
  const program = resolve(results, 'cluster.mjs');
  await build({
    entryPoints: ['libs/database/src/cluster/cluster.ts'],
    outfile: program,
    tsconfig: 'tsconfig.base.json',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  });
  const { startCluster } = await import(program);
  const directory = mkdtempSync(join(tmpdir(), 'jobly-mutation-'));
  const { urlOf, stop } = await startCluster({ directory, databases: [] });
  return {
    url: urlOf('postgres'),
    async stop() {
      await stop();
      rmSync(directory, { recursive: true });
    },
  };
}
