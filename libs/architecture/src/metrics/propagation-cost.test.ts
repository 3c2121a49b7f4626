import { propagationCost } from './propagation-cost';

describe('the propagation cost', () => {
  it('counts what is reached through others, and each element itself', () => {
    // a reaches a, b, c; b reaches b, c; c and d only themselves: 7 of 16.
    const graph = { nodes: ['a', 'b', 'c', 'd'], edges: [['a', 'b'] as const, ['b', 'c'] as const] };
    expect(propagationCost(graph)).toBe(7 / 16);
  });

  it('is 1 in a cycle of all', () => {
    const edges = [['a', 'b'] as const, ['b', 'c'] as const, ['c', 'a'] as const];
    expect(propagationCost({ nodes: ['a', 'b', 'c'], edges })).toBe(1);
  });

  it('is the diagonal where nothing depends on anything, and nothing where nothing is', () => {
    expect(propagationCost({ nodes: ['a', 'b'], edges: [] })).toBe(0.5);
    expect(propagationCost({ nodes: [], edges: [] })).toBe(0);
  });
});
