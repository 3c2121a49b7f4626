import { shop, writtenWorkspace } from '../index.fixture';
import { symbolIn } from './symbols';
import { placeOf, workspaceAt } from './workspace';

const { root, remove } = writtenWorkspace(shop);
afterAll(remove);
const placeOfSymbol = (symbol: string) => placeOf(symbolIn(workspaceAt(root), symbol));

describe('a symbol', () => {
  it('is a declaration, or what is named inside it', () => {
    expect(placeOfSymbol('libs/orders/src/orders.ts#createOrders')).toBe('libs/orders/src/orders.ts:3');
    expect(placeOfSymbol('libs/orders/src/orders.ts#createOrders.place')).toBe('libs/orders/src/orders.ts:6');
    expect(placeOfSymbol('libs/contracts/src/ports.ts#Removals.item-removed')).toBe('libs/contracts/src/ports.ts:6');
  });

  it('that is gone is missed in a sentence', () => {
    expect(() => placeOfSymbol('libs/orders/src/orders.ts#createOrders.cancel')).toThrow(
      'libs/orders/src/orders.ts has no createOrders.cancel any more',
    );
    expect(() => placeOfSymbol('libs/orders/src/orders.ts#Orders')).toThrow('has no Orders any more');
  });
});
