import { type Graph, neededBy } from './graph';

/**
 * Propagation cost: the share of all elements that a change of one element may reach, on average. It is the density of
 * the visibility matrix, which has a 1 wherever a path of dependencies leads from one element to another; an element
 * reaches itself, by a path of length 0.
 *
 * MacCormack, Rusnak, Baldwin: Exploring the structure of complex software designs, Management Science 52(7), 2006.
 * Some tools leave out the diagonal; the authors do not.
 */
export function propagationCost(graph: Graph): number {
  const size = graph.nodes.length;
  const visible = graph.nodes.reduce((sum, node) => sum + reachableFrom(graph, node), 0);
  return size === 0 ? 0 : visible / size ** 2;
}

function reachableFrom(graph: Graph, start: string): number {
  const reached = new Set([start]);
  for (const node of reached) for (const next of neededBy(graph, node)) reached.add(next);
  return reached.size;
}
