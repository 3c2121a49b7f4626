import { workspaceAt } from '../code/workspace';
import { shop, shopWith, writtenWorkspace } from '../index.fixture';
import { breachesIn } from '../reading/breaches';
import { type System, systemIn } from '../reading/system';
import { measures } from './index';
import { sumOf } from './measure';

const workspaces: { remove: () => void }[] = [];
afterAll(() => workspaces.forEach(({ remove }) => remove()));

function systemOf(files: Readonly<Record<string, string>> = shop): System {
  const written = writtenWorkspace(files);
  workspaces.push(written);
  return systemIn(workspaceAt(written.root));
}

/** A measure in every topology. */
const countsOf = (system: System, name: string): number[] => {
  const measure = measures.find((one) => one.name === name)!;
  return system.topologies.map((topology) => sumOf(measure.of(topology, system)));
};

const itemsOf = (system: System, name: string, at: number) =>
  measures.find((one) => one.name === name)!.of(system.topologies[at]!, system);

describe('the structure of a shop as one process and as three', () => {
  const system = systemOf();

  it.each([
    ['processes', [1, 3]],
    ['databases', [1, 2]],
    ['function ports', [1, 0]],
    ['network ports', [0, 1]],
    ['public endpoints', [3, 3]],
    ['internal endpoints', [0, 5]],
    // the gateway forwards three, and the services answer three and two
    ['operations', [3, 8]],
    ['synchronous edges', [0, 3]],
    ['event edges', [0, 1]],
    ['boundary types', [0, 3]],
    // sku; item, sku and left; eventId and sku
    ['boundary fields', [0, 6]],
    ['variables', [2, 10]],
    ['required variables', [1, 7]],
    ['secret variables', [1, 3]],
    ['foreign keys', [1, 0]],
    ['keys by convention', [0, 1]],
    ['constraints', [3, 2]],
    ['lost constraints', [0, 1]],
    ['transactions', [1, 0]],
    ['sagas', [0, 1]],
    // TimeoutError, RefusedError, unavailable
    ['failures', [0, 3]],
    // three forwarded operations, a question and an event
    ['fallible calls', [0, 5]],
  ])('%s: %j', (name, expected) => {
    expect(countsOf(system, name)).toEqual(expected);
  });

  it('is of topologies that the workspace declares, a third one included', () => {
    const third = `port: { variable: 'PORT', fallback: 5 }`;
    const declared = shopWith('libs/stack/src/topology.ts', `app: 'whole', ${third}`, `app: 'stock-service', ${third}`);
    const system = systemOf(declared);
    expect(system.topologies.map(({ name }) => name)).toEqual(['whole', 'split', 'again']);
    // It has the clients that the second has, and they are the own code of both.
    const clients = [1, 2].map((at) => itemsOf(system, 'code lines', at).map(({ what }) => what));
    for (const files of clients) expect(files).toContain('libs/service-clients/src/ask.ts');
  });

  it('says where each number comes from', () => {
    expect(itemsOf(system, 'network ports', 1)).toEqual([
      { what: 'orders → stock: StockRoom (find)', place: 'libs/contracts/src/ports.ts:2' },
    ]);
    expect(itemsOf(system, 'keys by convention', 1)).toEqual([
      { what: 'Order.sku → Item', place: 'apps/orders-service/prisma/schema.prisma:7' },
    ]);
  });

  it('counts the lines that not every topology needs, without comments', () => {
    const lines = (system: System) => itemsOf(system, 'code lines', 0);
    expect(lines(system).find(({ what }) => what === 'apps/whole/src/env.ts')).toMatchObject({ amount: 1 });
    expect(lines(system).map(({ what }) => what)).not.toContain('libs/orders/src/orders.ts');
    const commented = shopWith('apps/whole/src/compose.ts', '  return {', '  // Both modules.\n\n  return {');
    expect(lines(systemOf(commented))).toEqual(lines(system));
  });
});

describe('a change of the code', () => {
  it('changes the numbers: an event that is no longer sent', () => {
    const without = systemOf(
      shopWith('apps/stock-service/src/compose.ts', 'outbox: httpRemovals(env.ORDERS_URL)', 'outbox: null'),
    );
    expect(countsOf(without, 'event edges')).toEqual([0, 0]);
    expect(countsOf(without, 'boundary types')).toEqual([0, 2]);
    expect(countsOf(without, 'fallible calls')).toEqual([0, 4]);
  });

  it('changes the numbers: a question that is no longer asked over the network', () => {
    const without = systemOf(
      shopWith('apps/orders-service/src/compose.ts', 'httpStockRoom(env.STOCK_URL)', 'env.stock'),
    );
    expect(countsOf(without, 'synchronous edges')).toEqual([0, 2]);
  });
});

describe('what goes past the interfaces', () => {
  const whatOf = (system: System) => breachesIn(system).map(({ what, place }) => `${what} (${place})`);

  it('is nothing in a sound workspace', () => {
    expect(whatOf(systemOf())).toEqual([]);
  });

  it('is a table of another service', () => {
    const reading = shopWith('libs/stock/src/stock.ts', 'FROM items', 'FROM items JOIN orders USING (sku)');
    expect(whatOf(systemOf(reading))).toContain('stock reads orders, a table of orders (libs/stock/src/stock.ts:5)');
  });

  it('is a module in a module', () => {
    const importing = shopWith('libs/orders/src/orders.ts', '@jobly/contracts', '@jobly/stock');
    expect(whatOf(systemOf(importing))).toContain(
      'orders imports StockRoom from @jobly/stock (libs/orders/src/orders.ts:2)',
    );
  });

  it('is a call of an operation that nobody has declared', () => {
    const calling = shopWith('libs/service-clients/src/ports.ts', 'internal.findItem', 'internal.findThing');
    expect(whatOf(systemOf(calling))).toEqual([
      'orders calls findThing, which the contracts do not declare (libs/service-clients/src/ports.ts:5)',
    ]);
  });

  it('is a call of an operation that nobody answers', () => {
    const silent = shopWith('apps/stock-service/src/compose.ts', '...internalStockRoutes(stock)', '');
    expect(whatOf(systemOf(silent))).toEqual([
      'orders calls findItem, which no other process answers (libs/service-clients/src/ports.ts:5)',
    ]);
  });
});

it('a folder that is no clone of the repository ends in a sentence', () => {
  expect(() => systemOf({ 'README.md': '' })).toThrow(/is missing in .*: this reads a clone of the whole repository/);
});
