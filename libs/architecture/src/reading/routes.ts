import { StartError } from '@jobly/contracts';
import type ts from 'typescript';
import type { Workspace } from '../code/workspace';
import type { Operation } from '../contracts/operations';
import { callsBelow } from './calls';

/**
 * The route of an operation in the module that owns it: `route(operations.getJob, …)`.
 * @throws StartError if the module has none
 */
export function routeOf(workspace: Workspace, { name, owner }: Operation): ts.CallExpression {
  const calls = workspace.sources(`libs/${owner}/src`).flatMap((file) => callsBelow(workspace.parsed(file)));
  const found = calls.find(
    ({ callee, call }) => callee === 'route' && call.arguments[0]?.getText().endsWith(`.${name}`),
  );
  if (!found) throw new StartError(`libs/${owner} has no route(operations.${name}, …).`);
  return found.call;
}
