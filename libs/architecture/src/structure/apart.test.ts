import { workspaceAt } from '../code/workspace';
import { writtenWorkspace } from '../index.fixture';
import { type System, systemIn, type Topology } from '../reading/system';
import { holdingsOf } from './holdings';
import { outagesOf } from './outages';

const { root, remove } = writtenWorkspace();
afterAll(remove);

describe('a process by itself', () => {
  let system: System;
  let whole: Topology;
  let split: Topology;
  beforeAll(() => {
    system = systemIn(workspaceAt(root));
    [whole, split] = system.topologies as [Topology, Topology];
  });

  it('holds its modules, with what they need', () => {
    const [all] = holdingsOf(whole, system);
    expect(all).toMatchObject({ process: 'whole', modules: 2, tables: 2, operations: 3, variables: 2 });
    const apart = holdingsOf(split, system);
    expect(apart).toMatchObject([
      { process: 'gateway', modules: 0, tables: 0, operations: 3, variables: 3 },
      { process: 'orders', modules: 1, tables: 1, operations: 3, variables: 4 },
      { process: 'stock', modules: 1, tables: 1, operations: 2, variables: 3 },
    ]);
    // orders.ts and stock.ts without imports, their public routes, and the internal ones where they are apart.
    expect(all?.moduleLines).toBe(10 + 6 + 4 + 1);
    expect(apart.map(({ moduleLines }) => moduleLines)).toEqual([0, 10 + 4 + 3, 6 + 1 + 1]);
    for (const { lines, moduleLines } of apart) expect(lines).toBeGreaterThan(moduleLines);
  });

  it('takes away what it owns, and all if it is the only one in public', () => {
    const reachableIn = (topology: Topology) =>
      outagesOf(topology).map(({ down, reachable }) => [down, reachable.map(({ name }) => name)]);
    expect(reachableIn(whole)).toEqual([['whole', []]]);
    expect(reachableIn(split)).toEqual([
      ['gateway', []],
      ['orders', ['removeItem']],
      ['stock', ['listOrders', 'placeOrder']],
    ]);
  });
});
