/** Who depends on whom: each edge leads from what needs something to what it needs. */
export interface Graph {
  readonly nodes: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
}

/** The other nodes that a node needs directly, each once. */
export const neededBy = ({ edges }: Graph, node: string): Set<string> =>
  new Set(edges.filter(([from, to]) => from === node && to !== node).map(([, to]) => to));

/** The other nodes that need it directly, each once. */
export const needing = ({ edges }: Graph, node: string): Set<string> =>
  new Set(edges.filter(([from, to]) => to === node && from !== node).map(([from]) => from));
