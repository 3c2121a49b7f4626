import { callsIn } from '../clients';
import { declarationOf } from '../code/declarations';
import { importsOf } from '../code/imports';
import { placeOf, type Workspace } from '../code/workspace';
import { eventsIn } from '../contracts/events';
import { operationsIn } from '../contracts/operations';

/** A need of one module that another one meets. */
export interface Port {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly methods: readonly string[];
  readonly place: string;
}

/** The ports that modules import and others own, except for the ports through which events arrive. */
export function portsOf(workspace: Workspace, from: string): Port[] {
  const topics = new Set(eventsIn(workspace).map(({ topic }) => topic));
  const operations = operationsIn(workspace);
  const calls = Map.groupBy(
    callsIn(workspace).filter(({ method }) => !topics.has(method)),
    ({ port }) => port,
  );
  const imported = workspace
    .sources(`libs/${from}/src`)
    .flatMap((file) => importsOf(workspace, file).map(({ name }) => ({ file, name })));
  const first = new Map(imported.toReversed().map(({ file, name }) => [name, file]));
  return [...first].flatMap(([name, file]): Port[] => {
    const made = calls.get(name) ?? [];
    const to = made.map(({ operation }) => operations.get(operation)?.owner).find((owner) => owner !== undefined);
    const declaration = declarationOf(workspace, file, name);
    if (!to || to === from || !declaration) return [];
    return [{ name, from, to, methods: made.map(({ method }) => method), place: placeOf(declaration.statement) }];
  });
}
