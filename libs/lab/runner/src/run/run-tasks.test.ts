import { platform } from 'node:os';
import type { BlockResult, BlockRun } from '@jobly/lab/instrument';
import type { MeasuredBlock } from '@jobly/lab/results';
import { jobDetail } from '@jobly/lab/system-under-test';
import { createAnswerCheck } from './answer-check';
import { runTasks, type TaskRunner } from './run-tasks';
import type { Task } from '../plan/plan';

const arm = { name: 'monolith', origin: 'http://monolith', stack: 'monolith' } as const;
const configuration = { name: 'free', description: 'as they are' };

const task: Task = {
  case: { name: 'job-detail', workload: jobDetail, arms: [arm], configuration },
  arm,
  pair: 0,
  launch: 0,
  load: { loop: 'open', arrivals: 'constant', rate: 1 },
  leadInMs: 0,
  durationMs: 1,
  label: 'x',
};

const resultOf = (failures: Record<string, number>): BlockRun => {
  const result = { sent: 1, answered: 0, failures } as Partial<BlockResult> as BlockResult;
  return { result, answers: [] };
};
const answered = resultOf({});
const failed = resultOf({ ECONNREFUSED: 1 });

interface Course {
  home?: string;
  run?: (interrupt: () => void, signal?: AbortSignal) => Promise<BlockRun>;
  clear?: (() => Promise<void>) | null;
}

/** Runs two blocks with this behaviour, and returns the events in order. */
async function run({ home, run = async () => answered, clear = async () => {} }: Course) {
  const events: string[] = [];
  const measured: MeasuredBlock[] = [];
  const controller = new AbortController();
  const interrupt = () => controller.abort(new Error('interrupted'));
  const runner: TaskRunner = {
    generator: {
      pid: 0,
      run(_, signal, onReady) {
        events.push('run');
        onReady?.();
        return run(interrupt, signal);
      },
      stop: async () => void events.push('stop'),
    },
    blockOf: async () => ({
      block: { loop: 'open', origin: '', connections: 1, timeoutMs: 1, dueTimes: new Float64Array(), requests: [] },
      ...(clear && {
        clear() {
          events.push('clear');
          return clear();
        },
      }),
    }),
    answers: createAnswerCheck(),
    onTask: () => {},
    signal: controller.signal,
    began: 0,
  };
  const tasks = [task, task].map((one) => ({ ...one, arm: { ...arm, home } }));
  const error: unknown = await runTasks(tasks, measured, runner).catch((thrown: unknown) => thrown);
  return { events, error, measured: measured.length, blocks: measured };
}

const broken = () => Promise.reject(new Error('broken'));

it('clears up after every block', async () => {
  const course = await run({});
  expect(course).toMatchObject({ events: ['run', 'clear', 'run', 'clear'], error: undefined, measured: 2 });
});

it('keeps the block when what it left cannot be cleared away, and goes no further', async () => {
  const { error, measured } = await run({ clear: broken });
  expect(error).toMatchObject({ message: 'broken' });
  expect(measured).toBe(1);
});

it('is interrupted at once where there is nothing to clear away', async () => {
  const wait = (interrupt: () => void, signal?: AbortSignal) =>
    new Promise<BlockRun>((_, reject) => {
      signal!.addEventListener('abort', () => reject(signal!.reason as Error));
      interrupt();
    });
  const { error, measured } = await run({ run: wait, clear: null });
  expect(error).toMatchObject({ message: 'interrupted' });
  expect(measured).toBe(0);
});

it('is interrupted after the block where there is something to clear away', async () => {
  const goOn = async (interrupt: () => void, signal?: AbortSignal) => {
    interrupt();
    signal?.throwIfAborted();
    return answered;
  };
  const { events, error, measured } = await run({ run: goOn });
  expect(error).toMatchObject({ message: 'interrupted' });
  expect(events).toEqual(['run', 'clear']);
  expect(measured).toBe(1);
});

it('clears up after a block that failed, too, once nothing is sent any more', async () => {
  const { events, error } = await run({ run: broken });
  expect(events).toEqual(['run', 'stop', 'clear']);
  expect(error).toMatchObject({ message: 'broken' });
});

it('says that a stack has died, not that one cannot clear up there', async () => {
  const { events, error } = await run({ run: async () => failed, clear: broken });
  expect(events).toEqual(['run', 'stop', 'clear']);
  expect(error).toMatchObject({ message: expect.stringContaining('1 of 1 requests to the monolith') as string });
});

it('puts an arm into its state before each of its blocks, and no other arm', async () => {
  const events: string[] = [];
  const runner: TaskRunner = {
    generator: { pid: 0, run: async () => (events.push('run'), answered), stop: async () => {} },
    blockOf: async () => ({
      block: { loop: 'open', origin: '', connections: 1, timeoutMs: 1, dueTimes: new Float64Array(), requests: [] },
    }),
    answers: createAnswerCheck(),
    onTask: () => {},
    signal: new AbortController().signal,
    began: 0,
  };
  const before = async () => void events.push('before');
  await runTasks([{ ...task, arm: { ...arm, before } }, task], [], runner);
  expect(events).toEqual(['before', 'run', 'run']);
});

(platform() === 'linux' ? it : it.skip)(
  'sees the load of others, except beside stacks that others have started',
  async () => {
    const { blocks: beside } = await run({});
    for (const { othersCpu, droppedConnections } of beside) {
      expect([othersCpu, droppedConnections]).toEqual([expect.any(Number), expect.any(Number)]);
    }
    const { blocks: amongOthers } = await run({ home: 'http://monolith' });
    expect(amongOthers.map(({ othersCpu }) => othersCpu)).toEqual([null, null]);
  },
);
