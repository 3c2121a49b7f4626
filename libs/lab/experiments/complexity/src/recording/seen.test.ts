import { systemIn, workspaceAt } from '@jobly/architecture';
import { writtenWorkspace } from '@jobly/architecture/fixtures';
import type { SeenEdge } from './edges';
import { timesSeen, undeclaredIn, unseenIn } from './seen';

const { root, remove } = writtenWorkspace();
const declared = systemIn(workspaceAt(root)).topologies.find(({ name }) => name === 'split')!.edges;
remove();

/** All that the shop declares, seen once. */
const seen: SeenEdge[] = declared.map(({ from, to, operation }) => ({ from, to, operation }));

describe('the calls that the code of a shop declares', () => {
  it('are those that were seen', () => {
    expect(declared.length).toBeGreaterThan(3);
    expect([...undeclaredIn(declared, seen), ...unseenIn(declared, seen)]).toEqual([]);
  });

  it('lack one that was seen', () => {
    const secret = { from: 'stock', to: 'orders', operation: 'listOrders' };
    expect(undeclaredIn(declared, [...seen, secret, secret])).toEqual([
      {
        what: 'stock called listOrders of orders when it ran, which was not found in the code',
        place: 'seen in a running process',
      },
    ]);
  });

  it('have one that was never seen, with its place in the code', () => {
    const withoutEvents = seen.filter(({ operation }) => operation !== 'itemRemoved');
    expect(unseenIn(declared, withoutEvents)).toEqual([
      {
        what: 'stock was never seen to call itemRemoved of orders',
        place: expect.stringMatching(/^libs\/service-clients\/src\/.+:\d+$/),
      },
    ]);
  });

  it('are counted as often as they were seen', () => {
    const [first] = seen;
    expect(timesSeen(declared, [...seen, first!]).map(({ times }) => times)).toEqual([
      2,
      ...declared.slice(1).map(() => 1),
    ]);
  });
});
