import { workspaceAt } from '@jobly/architecture';
import { shopWith, writtenWorkspace } from '@jobly/architecture/fixtures';
import type { Table } from '@jobly/lab/results';
import { deletion } from './behaviour/recorded.fixture';
import { conclude } from './conclude';
import { observationsOf } from './observe';
import type { SeenEdge } from './recording/edges';
import { recordingOf } from './recording/operations';

/** All tables of a shop; with these calls, if it was seen while it ran. */
async function tablesOf(files?: Record<string, string>, seen?: readonly SeenEdge[]): Promise<Table[]> {
  const { root, remove } = writtenWorkspace(files);
  const sent = { title: 'DELETE /jobs/:id', operation: 'deleteJob', requests: 1, from: 5, to: 60, counted: 5 };
  const recordings = seen ? [{ topology: 'split', operations: [recordingOf(sent, deletion)], edges: seen }] : [];
  const { tables = [] } = await observationsOf(workspaceAt(root), () => {}, recordings);
  remove();
  return tables;
}

const rowOf = (tables: readonly Table[], name: string, key: string) => {
  const table = tables.find((one) => one.name === name);
  return table?.rows[table.keys?.indexOf(key) ?? -1]?.slice(1);
};

describe('a shop, counted', () => {
  let tables: Table[];
  beforeAll(async () => {
    tables = await tablesOf();
  });

  it('has the same modules inside, and the rest for one topology each', () => {
    // 5 in orders.ts with one condition, 3 in stock.ts, and 5 functions of routes.
    expect(rowOf(tables, 'functions', 'inside')?.slice(0, 2)).toEqual(['12', '13']);
    expect(Number(rowOf(tables, 'functions', 'split')?.[1])).toBeGreaterThan(
      Number(rowOf(tables, 'functions', 'whole')?.[1]),
    );
  });

  it('has services that depend on each other', () => {
    // Operations, importance, dependence, criticality; of its three operations one client uses two and another one.
    expect(rowOf(tables, 'services', 'split orders')).toEqual(['orders', '3', '2', '1', '2', '0.00', '0.50']);
    expect(rowOf(tables, 'services', 'whole whole')?.slice(2, 5)).toEqual(['0', '0', '0']);
    // One operation there and one back, and no two processes have more: 1 − 2/3 × 1 ÷ 2.
    expect(rowOf(tables, 'pairs', 'split orders stock')).toEqual(['orders', 'stock', '1', '1', '0.67', '1.00', '0.67']);
    expect(rowOf(tables, 'whole', 'pairs')).toEqual(['0', '1: orders and stock']);
    // The gateway reaches all three, and each of the other two both of them: 7 of 9.
    expect(rowOf(tables, 'whole', 'processes')).toEqual(['100 %', '78 %']);
  });

  it('is drawn with the arrows that each topology has', async () => {
    const { root, remove } = writtenWorkspace();
    const { graphs = [] } = await observationsOf(workspaceAt(root), () => {});
    remove();
    expect(graphs.map(({ arm }) => arm)).toEqual(['whole', 'split']);
    const arrowsOf = (at: number) => graphs[at]?.arrows.map(({ from, to, kind }) => `${from} ${kind} ${to}`);
    expect(arrowsOf(0)).toContain('whole_orders call whole_stock');
    expect(arrowsOf(1)).toContain('orders_process request stock_process');
    expect(graphs.map(({ note }) => note)).toEqual(['', '']);
  });

  it('names beside the drawing what no composition names', async () => {
    const path = 'apps/orders-service/src/compose.ts';
    const hidden = shopWith(
      path,
      `import { httpStockRoom } from '@jobly/service-clients';`,
      `import { room } from './room';`,
    );
    const files = {
      ...hidden,
      [path]: hidden[path]!.replace('httpStockRoom(env.STOCK_URL)', 'room(env)'),
      'apps/orders-service/src/room.ts': `import { httpStockRoom } from '@jobly/service-clients';\nexport const room = (env) => httpStockRoom(env.STOCK_URL);\n`,
    };
    const { root, remove } = writtenWorkspace(files);
    const { graphs = [] } = await observationsOf(workspaceAt(root), () => {});
    remove();
    expect(graphs[1]?.note).toBe('Without StockRoom.find, which not every authentication mode needs.');
  });

  it('is concluded in words', () => {
    const { verdict } = conclude({ tables });
    expect(verdict).toContain('Inside the modules, whole and split share 12 functions with cyclomatic complexity 13.');
    expect(verdict).toContain('whole has 1 process, 2 environment variables and');
    expect(verdict).toContain('split has 3 processes, 1 port over the network, 5 internal endpoints,');
    expect(verdict).not.toContain('past the interfaces');
  });

  it('is concluded with a warning where something goes past the interfaces', async () => {
    const importing = shopWith('libs/orders/src/orders.ts', '@jobly/contracts', '@jobly/stock');
    expect(conclude({ tables: await tablesOf(importing) }).verdict).toContain('1 thing goes past the interfaces.');
  });
});

describe('a shop, counted and seen', () => {
  const forwarded = (to: string, operation: string): SeenEdge => ({ from: 'gateway', to, operation });
  const all: SeenEdge[] = [
    ...['listOrders', 'placeOrder'].map((operation) => forwarded('orders', operation)),
    forwarded('stock', 'removeItem'),
    { from: 'orders', to: 'stock', operation: 'findItem' },
    { from: 'stock', to: 'orders', operation: 'itemRemoved' },
  ];

  it('is concluded with what it does', async () => {
    const { verdict } = conclude({ tables: await tablesOf(undefined, all) });
    expect(verdict).toContain('All 5 calls that the code declares were seen, and no others.');
    expect(verdict).not.toContain('past the interfaces');
  });

  it('is concluded with a warning where a call was seen that the code does not declare, or never', async () => {
    const [, ...others] = all;
    const { verdict } = conclude({ tables: await tablesOf(undefined, [...others, forwarded('stock', 'listOrders')]) });
    expect(verdict).toContain('1 thing goes past the interfaces. 1 declared call was never seen.');
    expect(verdict).not.toContain('were seen');
  });
});

it('nothing counted is no conclusion', () => {
  expect(conclude({ tables: [] }).verdict).toBe('Nothing was counted.');
});
