import { randomFrom } from '../random';
import { type Kind, type LiveRecord, liveRecords } from './live-records';

const some = (kind: Kind, key: string, parents: string[] = []): LiveRecord => ({
  ...{ kind, key, parents, record: `${kind}/${key}`, path: '/' },
});

test('clients get records of the kind that they ask for, if there are any', () => {
  const live = liveRecords(randomFrom(1));
  live.add(some('job', 'a'));
  expect(live.pick('company')).toBeUndefined();
  expect(live.pick('job')?.record).toBe('job/a');
});

test('a record that is deleted is nobody’s any more, nor are its children', () => {
  const live = liveRecords(randomFrom(1));
  live.add(some('company', 'a'));
  live.add(some('job', 'b', ['company/a']));
  live.add(some('job', 'c', ['company/other']));
  expect(live.childrenOf('company/a').map(({ key }) => key)).toEqual(['b']);
  live.retire('company/a');
  expect(['company/a', 'job/b', 'job/c'].map(live.has)).toEqual([false, false, true]);
});

test('there are only a few of a kind, and each is used up at some time', () => {
  const live = liveRecords(randomFrom(1));
  for (let at = 0; !live.isFull('job') && at < 100; at += 1) live.add(some('job', String(at)));
  expect(live.isFull('company')).toBe(false);
  let picks = 0;
  while (live.pick('job') && picks < 1_000) picks += 1;
  expect(picks).toBeGreaterThan(20);
  expect(picks).toBeLessThan(200);
});
