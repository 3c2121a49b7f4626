import type ts from 'typescript';
import { tagsOf } from '../reading/projects';
import { settingsOf } from '../reading/settings';
import type { System, Topology } from '../reading/system';
import { linesIn } from './lines';

/** What a developer of one process has in front of them. */
export interface Holding {
  readonly process: string;
  readonly modules: number;
  readonly tables: number;
  readonly operations: number;
  readonly variables: number;
  /** The code of its modules. */
  readonly moduleLines: number;
  /** All the code that it needs, libraries included. */
  readonly lines: number;
}

/** What each process of a topology holds. */
export function holdingsOf({ processes }: Topology, { workspace }: System): Holding[] {
  const isModule = (statement: ts.Statement) =>
    tagsOf(workspace, statement.getSourceFile().fileName).includes('type:module');
  return processes.map(({ name, modules, tables, operations, part, reached }) => ({
    process: name,
    modules: modules.length,
    tables: tables?.names.length ?? 0,
    operations: operations.length,
    variables: settingsOf(workspace, part.app).length,
    moduleLines: linesOf([...reached].filter(isModule)),
    lines: linesOf([...reached]),
  }));
}

const linesOf = (statements: readonly ts.Statement[]): number =>
  statements.reduce((sum, statement) => sum + linesIn(statement.getText()), 0);
