import { blueprints, type LaunchedPart, type Topology } from '@jobly/stack';

/** Where clients ask a stack. */
export interface Front {
  readonly topology: Topology;
  readonly origin: string;
}

/** The topologies that are shown, in their order, each with the name of the part that clients ask. */
const FRONTS = (['monolith', 'soa', 'micro'] as const).map((topology) => ({
  topology,
  name: blueprints.find((one) => one.topology === topology && (topology === 'monolith' || one.modules.length === 0))!
    .name,
}));

/** The stacks that run, in the order in which they are shown. */
export const frontsIn = (parts: readonly LaunchedPart[]): Front[] =>
  FRONTS.flatMap(({ topology, name }) => {
    const part = parts.find((one) => one.name === name);
    return part ? [{ topology, origin: part.url }] : [];
  });
