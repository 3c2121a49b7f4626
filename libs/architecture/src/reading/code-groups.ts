import type ts from 'typescript';
import { tagsOf } from './projects';
import { commonTo, ownOf, type System } from './system';

/** Code by who needs it. */
export interface CodeGroup {
  /** `inside`, `shared`, or a topology. */
  readonly name: string;
  readonly title: string;
  readonly statements: ReadonlySet<ts.Statement>;
}

/** The modules and the other libraries that every topology needs, and what each topology needs besides. */
export function codeGroupsIn(system: System): CodeGroup[] {
  const common = commonTo(system);
  const isModule = (statement: ts.Statement) =>
    tagsOf(system.workspace, statement.getSourceFile().fileName).includes('type:module');
  const group = (name: string, title: string, statements: ts.Statement[]): CodeGroup => ({
    ...{ name, title },
    statements: new Set(statements),
  });
  return [
    group('inside', 'inside modules, in every topology', common.filter(isModule)),
    group(
      'shared',
      'in other libraries, in every topology',
      common.filter((statement) => !isModule(statement)),
    ),
    ...system.topologies.map((topology) =>
      group(topology.name, `${topology.name}, not in every topology`, ownOf(topology, system)),
    ),
  ];
}
