import fc from 'fast-check';
import { DELETE, INSERT, RENAME, twoServices } from './two-services.fixture';

let services: Awaited<ReturnType<typeof twoServices>>;
beforeAll(async () => {
  services = await twoServices();
}, 60_000);
afterEach(() => services.clear());
afterAll(() => services.remove(), 60_000);

/** Creates the company, renames it or deletes it; some of these do nothing, as the company exists or does not. */
const step = fc.record({
  handle: fc.constantFrom('acme', 'bolt'),
  text: fc.constantFrom(`${INSERT} ON CONFLICT DO NOTHING`, RENAME, DELETE),
});

async function happen(steps: { handle: string; text: string }[]) {
  for (const [at, { handle, text }] of steps.entries()) {
    await services.change(text, text === DELETE ? [handle] : [handle, `${handle} ${at}`]);
  }
}

describe('the events of a history', () => {
  it('end in what the owner has, however often and in whatever order they come', async () => {
    const histories = fc.array(step, { minLength: 3, maxLength: 12 });
    const orders = fc.infiniteStream(fc.nat(1_000));
    await fc.assert(
      fc.asyncProperty(histories, orders, async (steps, numbers) => {
        await happen(steps);
        const events = await services.events();
        // Each of them up to three times, in some order.
        const order = [...numbers.take(3 * events.length)];
        const deliveries = order.map((at, n) => ({ at, rows: events[n % events.length]! }));
        const made = deliveries.filter(({ at }, n) => n < events.length || at % 2 === 0);
        for (const { rows } of made.sort((a, b) => a.at - b.at)) await services.copies.apply(rows);
        expect(await services.copied()).toEqual(await services.owned());
        await services.clear();
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('do not bring back a company whose deletion came first', async () => {
    await happen([INSERT, DELETE].map((text) => ({ handle: 'acme', text })));
    const [created, deleted] = await services.events();
    await services.copies.apply(deleted!);
    await services.copies.apply(created!);
    expect(await services.copied()).toEqual([]);
  });

  it('keep a company that was created while the one before it was being deleted', async () => {
    await services.change(INSERT, ['acme', 'Old']);
    const { transaction, sql } = services.openOwner();
    let created: Promise<unknown> | undefined;
    await transaction(async (within) => {
      await within({ name: '', text: DELETE, values: ['acme'] });
      created = sql({ name: '', text: INSERT, values: ['acme', 'New'] });
      const waiting = 'SELECT FROM pg_locks WHERE NOT granted';
      while ((await services.changeSilently(waiting)).length === 0);
    });
    await created;
    for (const rows of (await services.events()).reverse()) await services.copies.apply(rows);
    expect(await services.copied()).toEqual([{ handle: 'acme', name: 'New' }]);
  });
});
