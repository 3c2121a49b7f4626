import type { Workspace } from './code/workspace';

/** A key that refers to a row of another table. */
export interface Reference {
  readonly model: string;
  readonly field: string;
  readonly target: string;
  /** Whether the rows that refer to a deleted row are deleted with it. */
  readonly cascades: boolean;
  readonly place: string;
}

/** The tables of a database, with the references between them that it enforces itself. */
export interface Tables {
  readonly names: string[];
  /** The fields by model: `Job.companyHandle`, with their places. */
  readonly fields: ReadonlyMap<string, string>;
  readonly references: Reference[];
}

const RELATION = /^\s+\w+\s+(\w+)\s.*@relation\(fields: \[(\w+)\](.*)/;

/** The tables of an app's Prisma schema, by their names in the database; undefined for an app without one. */
export function tablesOf(workspace: Workspace, app: string): Tables | undefined {
  const file = `apps/${app}/prisma/schema.prisma`;
  if (!workspace.has(file)) return undefined;
  const names: string[] = [];
  const fields = new Map<string, string>();
  const references: Reference[] = [];
  let model = '';
  for (const [index, line] of workspace.text(file).split('\n').entries()) {
    const place = `${file}:${index + 1}`;
    model = /^model (\w+)/.exec(line)?.[1] ?? model;
    const [, name] = /@@map\("(\w+)"\)/.exec(line) ?? [];
    if (name) names.push(name);
    const [, field] = /^\s+(\w+)\s+\w/.exec(line) ?? [];
    if (field) fields.set(`${model}.${field}`, place);
    const [, target, key, rest = ''] = RELATION.exec(line) ?? [];
    if (target && key) references.push({ model, field: key, target, cascades: rest.includes('Cascade'), place });
  }
  return { names, fields, references };
}
