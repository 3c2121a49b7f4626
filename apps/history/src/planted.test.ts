import { check } from './check/check';
import type { Entry, Fault } from './record/entries';
import { historyOf } from './record/file';
import { commitInMemory, dropEvents, repeatingRelay } from './planted.fixture';
import { type Run, run } from './run';

// Whole stacks work and are restarted here.
import.meta.jest.setTimeout(120_000);

const DURATION_MS = 5_000;
/** Only some of what clients do deletes a company that has jobs. */
const LONGER_MS = 12_000;

const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((cleanUp) => cleanUp()));

async function kindsOf(
  stack: Run['stack'],
  faults: Fault[],
  { prepare, durationMs = DURATION_MS }: Partial<Pick<Run, 'prepare' | 'durationMs'>> = {},
) {
  const entries: Entry[] = [];
  await run({
    ...{ stack, faults, seed: 1, durationMs, signal: new AbortController().signal },
    ...(prepare && { prepare }),
    onEntry: (entry) => entries.push(entry),
  });
  const history = historyOf(entries, 'the test');
  // Nothing would be found in a history of nothing, and a slow machine does not do much.
  expect(history.operations.length).toBeGreaterThan(10);
  return new Set(check(history).map(({ kind }) => kind));
}

const fault = (target: string, does: Fault['does'], at: number): Fault => ({
  ...{ type: 'fault', at, target, does },
  ...(does === 'pause' && { forMs: 1_000 }),
});

test('a stack whose processes are killed and paused keeps its promises', async () => {
  const faults = [fault('companies', 'kill', 500), fault('jobs', 'pause', 1_500), fault('gateway', 'kill', 3_500)];
  expect(await kindsOf('micro', faults)).toEqual(new Set());
});

test('events that vanish from the outbox leave orphans', async () => {
  expect(await kindsOf('micro', [], { prepare: dropEvents, durationMs: LONGER_MS })).toContain('orphan');
});

test('commits that are acknowledged from memory are lost in a crash', async () => {
  const kinds = await kindsOf('monolith', [fault('postgres', 'kill', 3_500)], { prepare: commitInMemory });
  expect([...kinds].filter((kind) => kind === 'lost' || kind === 'stale')).not.toEqual([]);
});

test('a proxy that repeats requests makes duplicates', async () => {
  const prepare: Run['prepare'] = async ({ monolith }) => {
    const relay = await repeatingRelay(monolith!.url);
    cleanups.push(relay.close);
    return relay.url;
  };
  const kinds = await kindsOf('monolith', [], { prepare });
  expect(kinds).toContain('duplicate');
});
