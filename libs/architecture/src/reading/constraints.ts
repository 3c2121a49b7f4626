import { globSync } from 'node:fs';
import type { Workspace } from '../code/workspace';

/** A rule that a database enforces: a key, a check, a unique index. */
export interface Constraint {
  readonly name: string;
  readonly table: string;
  readonly place: string;
}

const STEP =
  /(?:CREATE|ALTER) TABLE "(\w+)"|DROP CONSTRAINT "(\w+)"|CONSTRAINT "(\w+)"|CREATE UNIQUE INDEX "(\w+)" ON "(\w+)"|DROP INDEX "(\w+)"/g;

/** The constraints that remain when all migrations of an app have been applied. */
export function constraintsOf(workspace: Workspace, app: string): Constraint[] {
  const files = globSync(`apps/${app}/prisma/migrations/*/migration.sql`, { cwd: workspace.root }).sort();
  const remaining = new Map<string, Constraint>();
  let table = '';
  for (const file of files) {
    for (const [index, line] of workspace.text(file).split('\n').entries()) {
      for (const [, opened, dropped, added, unique, of, gone] of line.matchAll(STEP)) {
        const place = `${file}:${index + 1}`;
        if (opened) table = opened;
        if (dropped ?? gone) remaining.delete(dropped ?? gone ?? '');
        if (added) remaining.set(added, { name: added, table, place });
        if (unique && of) remaining.set(unique, { name: unique, table: of, place });
      }
    }
  }
  return [...remaining.values()];
}
