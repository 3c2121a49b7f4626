import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '@jobly/lab/instrument';

/** The flag, as Commander spells it. */
export const AGAINST = 'against <directory>';

const GIVEN = 'against ';

/**
 * The folder of the other version's built apps.
 * @throws Failure that says what to do, if there is none
 */
export function appsOfOther(flags: readonly string[]): string {
  const given = flags.find((flag) => flag.startsWith(GIVEN))?.slice(GIVEN.length);
  if (given === undefined) throw new Failure('Name the workspace of another version, built: --against ../jobly-before');
  const apps = join(resolve(given), 'dist/apps');
  if (existsSync(join(apps, 'monolith'))) return apps;
  throw new Failure(
    `There is no built version in ${given}: check one out there, and run "npm ci && npm run build" in it.`,
  );
}
