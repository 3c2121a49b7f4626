import type { Workspace } from './code/workspace';

/** A table, as a Prisma schema describes it. */
export interface Model {
  readonly name: string;
  /** From `model` to the closing brace. */
  readonly text: string;
  readonly place: string;
}

const MODEL = /^model (\w+) \{\n[\s\S]*?^\}/gm;

/** The models of an app's Prisma schema; none for an app without one. */
export function modelsOf(workspace: Workspace, app: string): Model[] {
  const file = `apps/${app}/prisma/schema.prisma`;
  if (!workspace.has(file)) return [];
  const schema = workspace.text(file);
  return Array.from(schema.matchAll(MODEL), ({ 0: text, 1: name = '', index }) => ({
    ...{ name, text },
    place: `${file}:${schema.slice(0, index).split('\n').length}`,
  }));
}
