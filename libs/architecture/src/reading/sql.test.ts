import { symbolIn } from '../code/symbols';
import { workspaceAt } from '../code/workspace';
import { writtenWorkspace } from '../index.fixture';
import { statementsOf } from './sql';

const { root, remove } = writtenWorkspace({
  'tsconfig.base.json': '{}',
  'lock.ts': `export async function lock(sql, key) { await sql({ name: 'lock', text: 'SELECT lock($1)', values: [key] }); }`,
  'orders.ts': `import { lock } from './lock';
const deletion = (name) => ({ name, text: 'DELETE FROM orders', values: [] });
export const orders = (sql) => ({
  find: (id) => sql({ name: 'order', text: 'SELECT * FROM orders WHERE id = $1', values: [id] }),
  async clear() {
    await lock(sql, 'orders');
    await sql(deletion('clear'));
  },
  describe: () => ({ name: 'orders' }),
});
`,
});
afterAll(remove);

it('code runs the statements written in it and in the functions that it calls', () => {
  const workspace = workspaceAt(root);
  const textsOf = (symbol: string) => statementsOf(workspace, symbolIn(workspace, symbol)).map((one) => one.getText());
  expect(textsOf('orders.ts#orders.find')).toEqual([expect.stringContaining(`name: 'order'`)]);
  expect(textsOf('orders.ts#orders.clear')).toEqual([
    expect.stringContaining('SELECT lock'),
    expect.stringContaining('DELETE FROM orders'),
  ]);
  expect(textsOf('orders.ts#orders.describe')).toEqual([]);
});
