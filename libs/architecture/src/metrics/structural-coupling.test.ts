import type { Graph } from './graph';
import { structuralCouplingIn } from './structural-coupling';

/** The front invokes three operations of the shop, which invokes one of the stock and is told one thing by it. */
const services: Graph = {
  nodes: ['front', 'shop', 'stock'],
  edges: [
    ['front', 'shop'],
    ['front', 'shop'],
    ['front', 'shop'],
    ['shop', 'stock'],
    ['stock', 'shop'],
    ['stock', 'stock'],
  ],
};

describe('two services', () => {
  it('are coupled by all that is invoked in either direction', () => {
    expect(structuralCouplingIn(services)).toEqual([
      // Degree 3, all of it in this direction, and no two have more: 1 − 1 × 1 ÷ 3.
      { from: 'front', to: 'shop', out: 3, back: 0, local: 1, global: 1, coupling: 1 - 1 / 3 },
      // Degree 2, half of it in this direction, so 2/3 and 2/3: 1 − 4/9 ÷ 2.
      { from: 'shop', to: 'stock', out: 1, back: 1, local: 2 / 3, global: 2 / 3, coupling: 1 - 2 / 9 },
      { from: 'stock', to: 'shop', out: 1, back: 1, local: 2 / 3, global: 2 / 3, coupling: 1 - 2 / 9 },
    ]);
  });

  it('are not at all without calls', () => {
    expect(structuralCouplingIn({ nodes: ['whole'], edges: [['whole', 'whole']] })).toEqual([]);
  });
});
