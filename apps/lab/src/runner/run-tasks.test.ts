import type { BlockResult } from '../load/block';
import { jobDetail } from '../workload';
import type { MeasuredBlock } from './measured';
import { runTasks, type TaskRunner } from './run-tasks';
import type { Task } from './plan';

const arm = { name: 'monolith', origin: 'http://monolith', stack: 'monolith' } as const;
const configuration = { name: 'free', description: 'as they are' };

const task: Task = {
  case: { name: 'job-detail', workload: jobDetail, arms: [arm], configuration },
  arm,
  pair: 0,
  load: { loop: 'open', arrivals: 'constant', rate: 1 },
  leadInMs: 0,
  durationMs: 1,
  label: 'x',
};

const answered = { sent: 1, answered: 1, failures: {} } as BlockResult;
const failed = { sent: 1, answered: 0, failures: { ECONNREFUSED: 1 } } as unknown as BlockResult;

interface Course {
  run: () => Promise<BlockResult>;
  clear?: () => Promise<void>;
}

/** Runs one block, which goes so, and says what happened in which order. */
async function run({ run, clear = async () => {} }: Course) {
  const events: string[] = [];
  const measured: MeasuredBlock[] = [];
  const runner: TaskRunner = {
    generator: { pid: 0, run, stop: async () => void events.push('stop') },
    blockOf: async () => ({
      block: { loop: 'open', origin: '', connections: 1, timeoutMs: 1, dueTimes: new Float64Array(), requests: [] },
      clear: () => {
        events.push('clear');
        return clear();
      },
    }),
    onTask: () => {},
    signal: new AbortController().signal,
    began: 0,
  };
  const error: unknown = await runTasks([task], measured, runner).catch((thrown: unknown) => thrown);
  return { events, error, measured: measured.length };
}

const broken = () => Promise.reject(new Error('broken'));

it('clears up after a block', async () => {
  const { events, error, measured } = await run({ run: async () => answered });
  expect({ events, error, measured }).toEqual({ events: ['clear'], error: undefined, measured: 1 });
});

it('keeps the block when what it left cannot be cleared away, and goes no further', async () => {
  const { error, measured } = await run({ run: async () => answered, clear: broken });
  expect(error).toMatchObject({ message: 'broken' });
  expect(measured).toBe(1);
});

it('clears up after an interrupted block, too, once nothing is sent any more', async () => {
  const { events, error, measured } = await run({ run: () => Promise.reject(new Error('interrupted')) });
  expect(events).toEqual(['stop', 'clear']);
  expect(error).toMatchObject({ message: 'interrupted' });
  expect(measured).toBe(0);
});

it('says that a stack has died, not that one cannot clear up there', async () => {
  const { events, error } = await run({ run: async () => failed, clear: broken });
  expect(events).toEqual(['stop', 'clear']);
  expect(error).toMatchObject({ message: expect.stringContaining('1 of 1 requests to the monolith') as string });
});
