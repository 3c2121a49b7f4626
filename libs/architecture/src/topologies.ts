import { constantIn } from './code/evaluate';
import { itemsOf, propertiesOf, textIn } from './code/values';
import { placeOf, type Workspace } from './code/workspace';

/** One process of a topology, as the workspace declares it. */
export interface Part {
  readonly name: string;
  readonly topology: string;
  /** Its folder in `apps`. */
  readonly app: string;
  readonly port: number;
  readonly database: { readonly name: string; readonly place: string } | undefined;
  readonly place: string;
}

const TOPOLOGIES = 'libs/stack/src/topology.ts';

/** The processes of all topologies. */
export const partsIn = (workspace: Workspace): Part[] =>
  itemsOf(constantIn(workspace, TOPOLOGIES, 'blueprints')).map(({ node, value }) => {
    const properties = propertiesOf(value);
    const database = properties.get('database');
    return {
      name: textIn(value, 'name'),
      topology: textIn(value, 'topology'),
      app: textIn(value, 'app'),
      port: Number(textIn(properties.get('port')?.value, 'fallback')),
      database: database && { name: textIn(database.value, 'name'), place: placeOf(database.node) },
      place: placeOf(node),
    };
  });

/**
 * The topologies by name. One that runs the same apps as an earlier one is the same architecture, set up otherwise; so is
 * one whose app composes nothing, but runs another app in a different way.
 */
export function topologiesIn(workspace: Workspace): string[] {
  const composed = partsIn(workspace).filter(({ app }) => workspace.has(`apps/${app}/src/compose.ts`));
  const apps = Map.groupBy(composed, ({ topology }) => topology);
  const byApps = [...apps].map(([topology, parts]) => [parts.map(({ app }) => app).join(), topology] as const);
  return [...Map.groupBy(byApps, ([key]) => key).values()].map(([first]) => first![1]);
}
