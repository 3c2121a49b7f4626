import { startStacks, type Stacks } from '@jobly/lab/system-under-test';
import { stackNames } from './databases';
import { fillJobly } from './fill';
import { askerAt, explainedServers, readsOf, recordOperations } from './recorded';

/** Enough that PostgreSQL decides as it does at a million, and few enough to be filled within seconds. */
const JOBS = 100_000;

let stacks: Stacks;
let explained: Awaited<ReturnType<typeof explainedServers>>;

beforeAll(async () => {
  const { signal } = new AbortController();
  stacks = await startStacks(signal);
  explained = await explainedServers(stacks.postgres!, signal);
}, 120_000);

afterAll(async () => {
  await explained.close();
  await stacks.close();
}, 60_000);

describe.each(stackNames)('The operations of the %s, over big tables,', (stack) => {
  it('find what they need by an index, whatever they are asked for', async () => {
    await fillJobly(explained.servers, stack, 0, JOBS);
    const recorded = await recordOperations(await askerAt(stacks, stack, explained.servers, 'plans', JOBS));
    const reads = readsOf(stack, recorded, JOBS);
    expect(reads.filter(({ isScan }) => isScan)).toEqual([]);
    // Otherwise it would look at nothing.
    expect(reads.filter(({ rows }) => rows > 0).length).toBeGreaterThan(20);
  }, 120_000);
});
