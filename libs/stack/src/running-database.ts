import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Description } from './description';
import { type PartName, blueprints } from './topology';

/** The database of a part in the stack that runs on the directory; undefined if no such stack runs. */
export function runningDatabase(directory: string, part: PartName): string | undefined {
  const file = join(directory, 'stack.json');
  const name = blueprints.find((blueprint) => blueprint.name === part)?.database?.name;
  if (!name || !existsSync(file)) return undefined;
  const { postgres } = JSON.parse(readFileSync(file, 'utf8')) as Description;
  return postgres && Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
}
