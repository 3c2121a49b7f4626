import { systemIn, type System, workspaceAt } from '@jobly/architecture';
import { shop, shopWith, writtenWorkspace } from '@jobly/architecture/fixtures';
import { betweenSection } from './answer/between';
import { goneSection } from './answer/gone';
import { insideSection } from './answer/inside';
import { possibleSection } from './answer/possible';
import { complexitySection } from './complexity';
import { compositionsSection } from './compositions';
import { schemasSection } from './schemas';
import { listsSection, structureSection } from './structure';

const workspaces: { remove: () => void }[] = [];
afterAll(() => workspaces.forEach(({ remove }) => remove()));

function systemOf(files: Readonly<Record<string, string>> = shop): System {
  const written = writtenWorkspace(files);
  workspaces.push(written);
  return systemIn(workspaceAt(written.root));
}

describe('what a shop is made of', () => {
  it('is a number for each topology, which leads to its list', () => {
    const system = systemOf();
    expect(structureSection(system)).toContain(
      '| ports between modules that are network calls | 0 | [1](#network-ports) |',
    );
    const lists = listsSection(system);
    expect(lists).toContain('<details id="network-ports">');
    expect(lists).toContain(
      '- orders → stock: StockRoom (find), [libs/contracts/src/ports.ts:2](../libs/contracts/src/ports.ts#L2)',
    );
  });

  it('leads to where the code is now', () => {
    const path = 'libs/contracts/src/ports.ts';
    const moved = listsSection(systemOf(shopWith(path, 'export interface StockRoom', '\nexport interface StockRoom')));
    expect(moved).toContain('[libs/contracts/src/ports.ts:3](../libs/contracts/src/ports.ts#L3)');
  });

  it('has functions inside its modules and between them', async () => {
    expect(await complexitySection(systemOf())).toContain('| inside modules, in every topology | 12 | 13 |');
  });
});

describe('two compositions', () => {
  it('are one text with the lines that only one of them has', () => {
    const section = compositionsSection(systemOf());
    expect(section).toContain('-  const stock = createStock(env.sql);\n');
    expect(section).toContain('+  const orders = createOrders(env.sql, httpStockRoom(env.STOCK_URL));\n');
    expect(section).toContain('\n export function compose(env) {\n');
    expect(section).not.toContain('forwardTo');
  });
});

describe('two schemas', () => {
  it('differ in the relation that became a plain column', () => {
    const section = schemasSection(systemOf());
    expect(section).toContain('1 relation in whole, 0 in split');
    expect(section).toContain('-  item Item @relation(fields: [sku], references: [sku], onDelete: Cascade)');
    expect(section).toContain('   sku String');
  });
});

describe('the balance of a shop', () => {
  it('is what a service holds less of, and what not', () => {
    const section = insideSection(systemOf());
    expect(section).toContain(
      'less than the whole: 1 module instead of 2, 1 table instead of 2 and 8 to 17 lines of module code',
    );
    expect(section).toContain('It does not hold less of everything: 2 to 3 operations instead of 3');
  });

  it('is what there is between services', () => {
    expect(betweenSection(systemOf())).toContain('| kinds of call from process to process | 0 | 5 |');
  });

  it('is what is gone', () => {
    const section = goneSection(systemOf());
    expect(section).toContain('1 reference that a database enforced is now kept');
    expect(section).toContain(
      '1 deletion that took several tables along at once is now a chain of events, `Item → Order`',
    );
  });

  it('is what each process takes away when it is down', () => {
    const section = possibleSection(systemOf());
    expect(section).toContain('| whole: whole | 0 |');
    expect(section).toContain('| split: orders | 1 |');
  });
});
