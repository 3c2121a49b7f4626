import { dataSize, startStacks, type Stacks } from '@jobly/lab/system-under-test';
import { stackNames } from './databases';
import { fillJobly } from './fill';
import { askerAt, explainedServers, readsOf, recordOperations } from './recorded';

/** Enough in each table that PostgreSQL decides as it does at a million, and few enough to be filled within a second. */
const size = { ...dataSize('10k'), companies: 10_000, users: 10_000 };
const { signal } = new AbortController();

let stacks: Stacks;
let explained: Awaited<ReturnType<typeof explainedServers>>;

import.meta.jest.setTimeout(120_000);

beforeAll(async () => {
  stacks = await startStacks(signal);
  explained = await explainedServers(stacks.postgres!, signal);
});

afterAll(async () => {
  await explained.close();
  await stacks.close();
});

describe.each(stackNames)('The operations of the %s, over big tables,', (stack) => {
  it('find what they need by an index, whatever they are asked for', async () => {
    await fillJobly(stacks.postgres!, explained.servers, stack, size, signal);
    const recorded = await recordOperations(await askerAt(stacks, stack, explained.servers, 'plans', size));
    const reads = readsOf(stack, recorded, size);
    expect(reads.filter(({ isScan }) => isScan)).toEqual([]);
    // Otherwise it would look at nothing.
    expect(reads.filter(({ rows }) => rows > 0).length).toBeGreaterThan(15);
  });
});
