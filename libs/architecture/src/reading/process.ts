import ts from 'typescript';
import { type Call, callsIn } from '../clients';
import { importsOf } from '../code/imports';
import { reachedFrom } from '../code/reach';
import type { Workspace } from '../code/workspace';
import { type Operation, operationsIn, ownersIn } from '../contracts/operations';
import { type Tables, tablesOf } from '../schema';
import type { Part } from '../topologies';
import { callsBelow } from './calls';

/** One process of a topology, with all the code that it needs. */
export interface ProcessCode {
  readonly part: Part;
  readonly name: string;
  /** The modules that it is composed of; a gateway has none. */
  readonly modules: readonly string[];
  readonly isPublic: boolean;
  readonly tables: Tables | undefined;
  readonly reached: ReadonlySet<ts.Statement>;
  /** The operations that it answers, itself or by forwarding them. */
  readonly operations: readonly Operation[];
  /** The calls of HTTP clients that it is composed with. */
  readonly calls: readonly Call[];
}

export function processOf(workspace: Workspace, part: Part): ProcessCode {
  const compose = `apps/${part.app}/src/compose.ts`;
  const imports = importsOf(workspace, compose);
  const reached = reachedFrom(workspace, `apps/${part.app}/src/main.ts`);
  const answered = answeredBy(reached);
  const declared = [...operationsIn(workspace).values()];
  const forwards = answered.size === 0 && imports.some(({ name }) => name === 'operations');
  return {
    part,
    name: part.name,
    modules: ownersIn(workspace).filter((owner) => imports.some(({ from }) => from === `@jobly/${owner}`)),
    isPublic: /\bisPublic: true\b/.test(workspace.text(compose)),
    tables: tablesOf(workspace, part.app),
    reached,
    operations: declared.filter(({ name, internal }) => answered.has(name) || (forwards && !internal)),
    calls: callsIn(workspace).filter(({ statement }) => reached.has(statement)),
  };
}

/** The names in `route(operations.NAME, …)`. */
function answeredBy(reached: ReadonlySet<ts.Statement>): Set<string> {
  const names = new Set<string>();
  for (const statement of reached) {
    for (const { callee, call } of callsBelow(statement)) {
      const [first] = call.arguments;
      if (callee === 'route' && first && ts.isPropertyAccessExpression(first)) names.add(first.name.text);
    }
  }
  return names;
}
