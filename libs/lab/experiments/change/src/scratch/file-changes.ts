import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '@jobly/lab/instrument';
import type { Edit, Feature } from '../features/feature';

/** A file that a feature edits. */
export interface FileChange {
  /** From the root of the workspace. */
  readonly file: string;
  /** Empty if the feature creates it. */
  readonly before: string;
  readonly after: string;
  readonly created: boolean;
}

/**
 * The files that a feature edits in a workspace, with all of its edits of each. Nothing is written.
 *
 * @throws Failure naming the edit that does not fit the code
 */
export function fileChangesOf({ name, edits }: Feature, root: string): FileChange[] {
  const changes = new Map<string, FileChange>();
  for (const edit of edits) {
    const { file } = edit;
    const change = changes.get(file) ?? unchanged(file, root);
    const refusal = refusalOf(edit, change);
    if (refusal) throw new Failure(`The feature ${name} does not fit the code: ${refusal}.`);
    const textOf = (other: string) => (changes.get(other) ?? unchanged(other, root)).after;
    changes.set(file, { ...change, after: edited(edit, change.after, textOf) });
  }
  return [...changes.values()];
}

function unchanged(file: string, root: string): FileChange {
  const path = join(root, file);
  const exists = existsSync(path);
  const text = exists ? readFileSync(path, 'utf8') : '';
  return { file, before: text, after: text, created: !exists };
}

function refusalOf(edit: Edit, { created, after }: FileChange): string | undefined {
  if (!('anchor' in edit)) return created ? undefined : `it creates ${edit.file}, which exists`;
  const times = after.split(edit.anchor).length - 1;
  if (times === 1) return undefined;
  return `in ${edit.file} its anchor ${JSON.stringify(edit.anchor)} occurs ${times} times, and must occur once`;
}

function edited(edit: Edit, text: string, textOf: (file: string) => string): string {
  if ('create' in edit) return edit.create;
  if ('copyOf' in edit) return textOf(edit.copyOf);
  // A function replaces it, because a string could contain patterns such as `$&`.
  return text.replace(edit.anchor, () => edit.replace);
}
