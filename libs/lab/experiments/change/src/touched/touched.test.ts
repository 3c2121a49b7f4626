import { shop, writtenWorkspace } from '@jobly/architecture/fixtures';
import { readWorkspace } from '../preloads/topologies';
import type { Edit } from '../features/feature';
import { fileChangesOf } from '../scratch/file-changes';
import { scratchCopy } from '../scratch/scratch';
import type { Item } from './item';
import { besidesOf, touchedOf } from './touched';

/** What these edits touch in the shop. */
async function touchedBy(...edits: Edit[]) {
  const { root, remove } = writtenWorkspace({ ...shop, '.gitignore': 'node_modules/\n', 'node_modules/x/x.js': '' });
  const changes = fileChangesOf({ name: 'made-up', title: '', edits }, root);
  const copy = await scratchCopy(root, changes);
  try {
    const readings = { before: readWorkspace(root), after: readWorkspace(copy.root) };
    return {
      whole: touchedOf('whole', changes, readings),
      split: touchedOf('split', changes, readings),
      besides: besidesOf(changes, readings),
    };
  } finally {
    await copy.remove();
    remove();
  }
}

const placesOf = (items: readonly Item[]) => items.map(({ what, place }) => `${what} at ${place}`);
const linesOf = (items: readonly Item[]) => items.map(({ place, added, removed }) => `${place} +${added} −${removed}`);

/** A statement in a module, and one in the HTTP client of its port. */
const inModule: Edit = {
  file: 'libs/stock/src/stock.ts',
  anchor: "    remove: (sku) => sql('DELETE FROM items WHERE sku = $1', sku),\n",
  replace:
    "    // Twice, to be sure.\n    remove: async (sku) => sql('DELETE FROM items WHERE sku = $1', await sku),\n",
};
const inClient: Edit = {
  file: 'libs/service-clients/src/ports.ts',
  anchor: ', { params: { sku } })).item,\n',
  replace: ', { params: { sku } })).item ?? null,\n',
};

describe('what a feature touches', () => {
  it('is the same in both topologies inside a module, and more where calls are HTTP', async () => {
    const { whole, split } = await touchedBy(inModule, inClient);
    expect(linesOf(whole.lines)).toEqual(['libs/stock/src/stock.ts:6 +2 −1']);
    expect(linesOf(split.lines)).toEqual([
      'libs/stock/src/stock.ts:6 +2 −1',
      'libs/service-clients/src/ports.ts:5 +1 −1',
    ]);
    expect(placesOf(whole.files)).toEqual(['libs/stock/src/stock.ts at libs/stock/src/stock.ts:6']);
    expect(placesOf(split.projects)).toEqual([
      'libs/stock at libs/stock/src/stock.ts:6',
      'libs/service-clients at libs/service-clients/src/ports.ts:5',
    ]);
  });

  it('is counted by declaration: internal routes are no part of a topology that has none', async () => {
    const file = 'libs/stock/src/routes.ts';
    const { whole, split } = await touchedBy({
      file,
      anchor: '({ params }) => stock.find(params.sku)',
      replace: '({ params: { sku } }) => stock.find(sku)',
    });
    expect(whole.files).toEqual([]);
    expect(linesOf(split.lines)).toEqual([`${file}:5 +1 −1`]);
  });

  it('is nothing where nobody needs what is new, and still what is gone', async () => {
    const file = 'libs/stock/src/routes.ts';
    const { split } = await touchedBy(
      {
        file,
        anchor: 'export const internalStockRoutes',
        replace: 'const unused = 1;\nexport const internalStockRoutes',
      },
      { file: 'apps/gateway/src/compose.ts', anchor: ", stock: forwardTo('stock', env.STOCK_URL)", replace: '' },
    );
    expect(linesOf(split.lines)).toEqual(['apps/gateway/src/compose.ts:5 +1 −1']);
  });

  it('is nothing of what is gone where nobody needed it', async () => {
    const { whole, split } = await touchedBy({
      file: 'libs/stock/src/routes.ts',
      anchor: `export const internalStockRoutes = (stock) => [route(internalOperations.findItem, ({ params }) => stock.find(params.sku))];\n`,
      replace: '',
    });
    expect(whole.lines).toEqual([]);
    expect(linesOf(split.lines)).toEqual(['libs/stock/src/routes.ts:5 +0 −1']);
  });

  it('includes the schemas and migrations of the apps of the topology, and their databases', async () => {
    const migration = (app: string) => `apps/${app}/prisma/migrations/2_reviews/migration.sql`;
    const { whole, split } = await touchedBy(
      { file: 'apps/whole/prisma/schema.prisma', anchor: '@@map("items")', replace: '@@map("wares")' },
      { file: migration('whole'), create: 'ALTER TABLE items\n  RENAME TO wares;\n' },
      { file: migration('whole').replace('migration.sql', 'schema.prisma'), create: 'a copy, made by a tool\n' },
      { file: migration('stock-service'), create: 'ALTER TABLE items RENAME TO wares;\n' },
    );
    expect(linesOf(whole.lines)).toEqual(['apps/whole/prisma/schema.prisma:8 +1 −1', `${migration('whole')}:1 +2 −0`]);
    expect(placesOf(whole.databases)).toEqual(['shop at apps/whole/prisma/schema.prisma:1']);
    expect(placesOf(whole.migrations)).toEqual([`2_reviews at ${migration('whole')}:1`]);
    expect(linesOf(split.lines)).toEqual([`${migration('stock-service')}:1 +1 −0`]);
    expect(placesOf(split.databases)).toEqual([`stock at ${migration('stock-service')}:1`]);
  });

  it('includes the tests of what is needed, and the whole suite, apart from the code', async () => {
    const { whole, split } = await touchedBy(
      { file: 'libs/stock/src/stock.test.ts', create: 'one\n' },
      { file: 'libs/service-clients/src/ports.test.ts', create: 'one\ntwo\n' },
      { file: 'apps/conformance/suite/stock.test.ts', create: 'one\ntwo\nthree\n' },
    );
    expect([whole, split].map(({ files }) => files)).toEqual([[], []]);
    expect(linesOf(whole.testLines)).toEqual([
      'libs/stock/src/stock.test.ts:1 +1 −0',
      'apps/conformance/suite/stock.test.ts:1 +3 −0',
    ]);
    expect(split.testFiles).toHaveLength(3);
  });

  it('leaves documents, and code that no topology needs, to itself', async () => {
    const { whole, split, besides } = await touchedBy(
      { file: 'docs/api.md', create: 'one\n' },
      { file: 'libs/lab/src/reads.ts', create: 'export const reads = 1;\n' },
    );
    expect([whole, split].flatMap(({ files, testFiles }) => [files, testFiles])).toEqual([[], [], [], []]);
    expect(placesOf(besides.docs)).toEqual(['docs/api.md at docs/api.md:1']);
    expect(placesOf(besides.tools)).toEqual(['libs/lab/src/reads.ts at libs/lab/src/reads.ts:1']);
  });
});
