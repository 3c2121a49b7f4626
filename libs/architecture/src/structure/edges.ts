import type { Edge } from '../reading/edges';
import type { Item, Measure } from './measure';

/** One item for each pair of processes, with what passes between them. */
function pairsIn(edges: readonly Edge[], isMeant: (edge: Edge) => boolean): Item[] {
  const pairs = Map.groupBy(edges.filter(isMeant), ({ from, to }) => `${from} → ${to}`);
  return Array.from(pairs, ([pair, [first, ...more]]) => {
    const others = more.length > 0 ? ` and ${more.length} more` : '';
    return { what: `${pair}: ${first!.method}${others}`, place: first!.place };
  });
}

export const synchronousEdges: Measure = {
  name: 'synchronous edges',
  title: 'pairs of processes, one of which waits for the other',
  of: ({ edges }) => pairsIn(edges, ({ kind }) => kind !== 'event'),
};

export const eventEdges: Measure = {
  name: 'event edges',
  title: 'pairs of processes connected by events',
  of: ({ edges }) => pairsIn(edges, ({ kind }) => kind === 'event'),
};
