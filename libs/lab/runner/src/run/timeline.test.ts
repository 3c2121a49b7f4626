import { jobDetail } from '@jobly/lab/system-under-test';
import type { Task } from '../plan/plan';
import { type Parts, timeline } from './timeline';

const configuration = { name: 'free', description: '' };

/** Two equal tasks of a launch. */
const tasksOf = (launch: number): Task[] =>
  [0, 1].map((pair) => ({
    case: { name: 'one', workload: jobDetail, arms: [], configuration },
    ...{ arm: { name: 'arm', origin: 'http://arm' }, pair, launch, label: `${pair}` },
    ...{ load: { loop: 'closed', concurrency: 1 }, leadInMs: 20, durationMs: 450 },
  }));

/** The share of the whole run that is done when each task begins, in percent. */
function sharesDone(launch: number, parts: Parts): number[] {
  const shares: number[] = [];
  const advance = (_: string, done: number, all: number) => void shares.push((100 * done) / all);
  const tasks = tasksOf(launch);
  const onTask = timeline(tasks, parts, { step: () => {}, advance, end: () => {} });
  for (const task of tasks) onTask(task);
  return shares;
}

it('the progress of a run goes through the groups of each launch in turn', () => {
  const shares = [0, 1].flatMap((launch) =>
    [0, 1].flatMap((group) => sharesDone(launch, { launches: 2, group, groups: 2 })),
  );
  expect(shares).toEqual([0, 12.5, 25, 37.5, 50, 62.5, 75, 87.5]);
});
