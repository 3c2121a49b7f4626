import { reachedFrom } from './code/reach';
import { workspaceAt } from './code/workspace';
import { operationsIn } from './contracts/operations';
import { shop, shopWith, writtenWorkspace } from './index.fixture';
import { tablesOf } from './schema';
import { partsIn, topologiesIn } from './topologies';

const workspaces: { remove: () => void }[] = [];
afterAll(() => workspaces.forEach(({ remove }) => remove()));

function shopAt(files: Readonly<Record<string, string>> = shop) {
  const written = writtenWorkspace(files);
  workspaces.push(written);
  return workspaceAt(written.root);
}

describe('a workspace read as text', () => {
  it('has one topology for all that run the same apps', () => {
    expect(topologiesIn(shopAt())).toEqual(['whole', 'split']);
    expect(partsIn(shopAt()).map(({ port }) => port)).toEqual([1, 2, 3, 4, 5]);
  });

  it('has the operations as the contracts make them, wherever their parts come from', () => {
    const operations = operationsIn(shopAt());
    expect(operations.get('itemRemoved')).toMatchObject({
      path: '/internal/events/item-removed',
      owner: 'orders',
      internal: true,
      place: 'libs/contracts/src/internal-operations.ts:9',
    });
    const body = operations.get('itemRemoved')?.body?.properties;
    expect([...(body?.keys() ?? [])]).toEqual(['eventId', 'sku']);
    expect(operations.get('placeOrder')?.body).toMatchObject({ name: 'newOrder' });
    expect([...(operations.get('placeOrder')?.body?.properties.keys() ?? [])]).toEqual(['sku', 'amount']);
  });

  it('has the keys of a schema, and those that it enforces', () => {
    expect(tablesOf(shopAt(), 'whole')?.references).toMatchObject([
      { model: 'Order', field: 'sku', target: 'Item', cascades: true },
    ]);
    const split = tablesOf(shopAt(), 'orders-service');
    expect(split?.references).toEqual([]);
    expect(split?.fields.has('Order.sku')).toBe(true);
  });

  it('lacks a file in a sentence', () => {
    expect(() => partsIn(workspaceAt('/nowhere'))).toThrow('topology.ts is missing in /nowhere');
  });
});

describe('what a file needs', () => {
  const namesReached = (workspace: ReturnType<typeof shopAt>, file: string) =>
    [...reachedFrom(workspace, file)].map((statement) => statement.getText());

  it('is what it names, through other files, and nothing else of them', () => {
    const texts = namesReached(shopAt(), 'apps/whole/src/main.ts').join('\n');
    expect(texts).toContain('function createOrders');
    expect(texts).toContain('const orderRoutes');
    expect(texts).not.toContain('const internalOrderRoutes');
    expect(texts).not.toContain('TimeoutError');
  });

  it('is not what only has the name of a property', () => {
    const files = {
      'tsconfig.base.json': '{}',
      'main.ts': `import { used } from './other';\nused();`,
      'other.ts': `const hidden = 1;\nexport const used = (it) => it.hidden;`,
    };
    expect(namesReached(shopAt(files), 'main.ts').join('\n')).not.toContain('const hidden');
  });

  it('follows a name that it no longer uses no further', () => {
    const without = shopAt(
      shopWith('apps/stock-service/src/compose.ts', 'outbox: httpRemovals(env.ORDERS_URL)', 'outbox: null'),
    );
    expect(namesReached(shopAt(), 'apps/stock-service/src/main.ts').join('\n')).toContain('TimeoutError');
    expect(namesReached(without, 'apps/stock-service/src/main.ts').join('\n')).not.toContain('TimeoutError');
  });
});
