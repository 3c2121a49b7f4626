import { check } from '../check/check';
import { randomFrom } from '../random';
import type { FinalState, Operation } from '../record/entries';
import { act } from './actions';
import { liveRecords } from './live-records';
import { type FakeJobly, fakeJobly } from './fake-jobly.fixture';
import { recorder } from './recorder';

/** Some clients in turn, at a stand-in that does everything at once. */
async function worked(jobly: FakeJobly, actions = 3_000) {
  const operations: Operation[] = [];
  let time = 0;
  const perform = recorder({ ask: jobly.ask, now: () => (time += 1), onOperation: (one) => operations.push(one) });
  const random = randomFrom(1);
  const live = liveRecords(random);
  let last = 0;
  for (let at = 0; at < actions; at += 1) {
    await act({ name: 'a', random, live, perform, fresh: () => (last += 1) });
  }
  return { operations, final: { type: 'final' as const, at: time + 1, ...jobly.state() } satisfies FinalState };
}

const historyOf = ({ operations, final }: Awaited<ReturnType<typeof worked>>) => ({
  beginning: { type: 'beginning' as const, format: 1 as const, stack: 'monolith' as const, seed: 1, seconds: 1 },
  faults: [],
  operations,
  final,
});

test('everything is done to every kind of record, with every outcome that there is without faults', async () => {
  const { operations } = await worked(fakeJobly());
  const done = new Set(operations.map(({ record, does, outcome }) => `${does} ${record.split('/')[0]} ${outcome}`));
  for (const kind of ['company', 'job', 'user']) {
    for (const does of ['create', 'write', 'delete', 'read']) expect(done).toContain(`${does} ${kind} done`);
  }
  expect(done).toContain('create application done');
  expect(done).toContain('read application done');
  expect(done).toContain('create company exists');
  expect(done).toContain('create application exists');
  expect([...done].filter((one) => one.endsWith('wrong'))).toEqual([]);
});

test('histories of records stay short, and values occur once', async () => {
  const { operations } = await worked(fakeJobly());
  const lengths = [...Map.groupBy(operations, ({ record }) => record).values()].map(({ length }) => length);
  expect(Math.max(...lengths)).toBeLessThan(150);
  const written = operations.filter(
    ({ does, value }) => (does === 'create' || does === 'write') && value !== 'applied',
  );
  expect(new Set(written.map(({ value }) => value)).size).toBe(written.length);
});

test('much of what was made is still there in the end, where it can be checked', async () => {
  const { final } = await worked(fakeJobly());
  expect(final.companies.length).toBeGreaterThan(20);
  expect(final.jobs.length).toBeGreaterThan(20);
  expect(final.users.flatMap(({ applications }) => applications).length).toBeGreaterThan(5);
});

test('the check accepts a server that does what it says', async () => {
  expect(check(historyOf(await worked(fakeJobly())))).toEqual([]);
});

test.each([
  ['loses a change', { loses: /^PATCH/ }, /^(lost|stale)$/],
  ['loses a creation', { loses: /^POST \/companies/ }, /^(lost|stale|impossible|denied)$/],
  ['loses an application', { loses: /^POST \/users\/.*jobs/ }, /^(lost|stale|impossible)$/],
  // What should have gone with it may also look as if a refused creation had been done.
  ['loses a deletion', { loses: /^DELETE \/jobs/ }, /^(lost|stale|impossible|refused but done)$/],
  ['does what it refuses', { refuses: /^PATCH/ }, /^refused but done$/],
  ['does a request twice', { repeats: /^POST \/jobs/ }, /^(duplicate|lost)$/],
  ['leaves jobs behind', { cascades: false }, /^(orphan|lost|refused but done)$/],
])('the check notices a server that %s', async (_what, misbehaviour, kind) => {
  const violations = check(historyOf(await worked(fakeJobly(misbehaviour))));
  expect(violations.length).toBeGreaterThan(0);
  expect(violations.map((one) => one.kind).filter((one) => !kind.test(one))).toEqual([]);
});
