import { workspaceAt } from '../code/workspace';
import { shop, writtenWorkspace } from '../index.fixture';
import { systemIn } from './system';

const workspaces: { remove: () => void }[] = [];
afterAll(() => workspaces.forEach(({ remove }) => remove()));

/** The requests by path in the shop as several processes, if both services publish keys and compose clients so. */
function requestsOf(ordersClients: string, stockClients: string): string[] {
  const composing = (app: string, clients: string) =>
    shop[`apps/${app}-service/src/compose.ts`]!.replace(
      'export function compose(env) {',
      `import { keyRoutes } from '@jobly/http-kit';\nimport { keysOf } from '@jobly/service-clients';\nexport function compose(env) {\n  keyRoutes();\n  ${clients}`,
    );
  const written = writtenWorkspace({
    ...shop,
    'libs/http-kit/src/index.ts': `${shop['libs/http-kit/src/index.ts']!}export { keyRoutes } from './keys';\n`,
    'libs/http-kit/src/keys.ts': `export const keyRoutes = (routes) => routes.get('/keys', () => {});\n`,
    'libs/service-clients/src/index.ts': `${shop['libs/service-clients/src/index.ts']!}export { keysOf } from './keys';\n`,
    'libs/service-clients/src/keys.ts': `
const fetching = (http) => http.get('/keys');
export const keysOf = (urls) => Object.values(urls).map(fetching);
`,
    'apps/orders-service/src/compose.ts': composing('orders', ordersClients),
    'apps/stock-service/src/compose.ts': composing('stock', stockClients),
  });
  workspaces.push(written);
  const { topologies } = systemIn(workspaceAt(written.root));
  return topologies
    .find(({ name }) => name === 'split')!
    .edges.filter(({ operation }) => operation === '/keys')
    .map(({ from, to }) => `${from} → ${to}`);
}

describe('a request by a path', () => {
  it('goes to every other process that answers it', () => {
    expect(requestsOf('keysOf(env);', 'keysOf(env);')).toEqual(['orders → stock', 'stock → orders']);
  });

  it('goes only to the processes that the composition names, if it names them', () => {
    expect(requestsOf('keysOf({ stock: env.STOCK_URL });', 'keysOf({});')).toEqual(['orders → stock']);
  });
});
