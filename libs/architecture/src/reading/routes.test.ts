import { placeOf, workspaceAt } from '../code/workspace';
import { operationsIn } from '../contracts/operations';
import { shopWith, writtenWorkspace } from '../index.fixture';
import { routeOf } from './routes';

function placeOfRoute(name: string, files?: Record<string, string>): string {
  const { root, remove } = writtenWorkspace(files);
  try {
    const workspace = workspaceAt(root);
    return placeOf(routeOf(workspace, operationsIn(workspace).get(name)!));
  } finally {
    remove();
  }
}

describe('the route of an operation', () => {
  it('is in the module that owns it', () => {
    expect(placeOfRoute('placeOrder')).toBe('libs/orders/src/routes.ts:6');
    expect(placeOfRoute('findItem')).toBe('libs/stock/src/routes.ts:5');
  });

  it('that is gone is missed in a sentence', () => {
    const silent = shopWith(
      'libs/stock/src/routes.ts',
      'internalOperations.findItem',
      'internalOperations.itemRemoved',
    );
    expect(() => placeOfRoute('findItem', silent)).toThrow('libs/stock has no route(operations.findItem, …).');
  });
});
