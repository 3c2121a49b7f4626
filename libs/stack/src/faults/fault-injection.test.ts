import { readFileSync } from 'node:fs';
import { leftoversIn } from '../leftovers';
import { fakeApps, ownDatabases } from '../fake-apps.fixture';
import type { StackEvent, StackOptions } from '../options';
import { startStack } from '../stack';
import type { FaultOrder } from './order';

// The tests start processes, which takes long on a busy machine.
import.meta.jest.setTimeout(60_000);

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A stack of stand-ins that restarts what ends at once, and what happens to it. */
async function aStack(options: Partial<StackOptions> = {}) {
  const { apps, directory, remove } = fakeApps();
  cleanups.push(remove);
  const events: StackEvent[] = [];
  let hear = () => {};
  const stack = await startStack({
    ...{ apps, directory, parts: ['micro'], ports: 'free', env: ownDatabases, restart: true },
    clock: { now: () => 0, wait: async () => {} },
    onEvent(event) {
      events.push(event);
      hear();
    },
    ...options,
  });
  cleanups.push(stack.stop);
  /** Resolves when there have been so many events of this type. */
  const happened = <Type extends StackEvent['type']>(type: Type, times = 1) =>
    new Promise<Extract<StackEvent, { type: Type }>[]>((resolve) => {
      hear = () => {
        const found = events.filter((event): event is Extract<StackEvent, { type: Type }> => event.type === type);
        if (found.length >= times) resolve(found);
      };
      hear();
    });
  const { jobs } = stack.micro!.services;
  const order = (what: Exclude<FaultOrder['do'], 'cut' | 'join'>) => stack.faults!.perform({ do: what, part: 'jobs' });
  return { stack, directory, events, happened, jobs, order };
}

/** As the system writes it: T for a process that stands still (proc_pid_stat(5)). */
const stateOf = (pid: number) => /\) (\w) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];

/** Resolves as soon as it stands still: a signal takes a moment. */
async function standsStill(pid: number): Promise<void> {
  while (stateOf(pid) !== 'T') await new Promise(setImmediate);
}

const answers = async (url: string) => (await fetch(url)).status;

test('a part that was stopped stays down, and runs again at the same URL when it is resumed', async () => {
  const { happened, events, jobs, order } = await aStack();
  order('stop');
  await happened('part-stopped');
  expect(events.map(({ type }) => type)).not.toContain('part-failed');
  await expect(answers(jobs.url)).rejects.toThrow();
  order('resume');
  await happened('part-restarted');
  expect(await answers(jobs.url)).toBe(200);
});

test('a part that is killed on purpose comes back, however often', async () => {
  const { happened, events, order } = await aStack();
  for (let time = 1; time <= 7; time++) {
    order('kill');
    await happened('part-restarted', time);
  }
  const failed = events.filter(({ type }) => type === 'part-failed');
  expect(failed).toEqual(Array(7).fill(expect.objectContaining({ meant: true, signal: 'SIGKILL' })));
});

test('a frozen part stands still until it is resumed', async () => {
  const { events, jobs, order } = await aStack();
  order('freeze');
  await standsStill(jobs.pid);
  expect(events.at(-1)).toMatchObject({ type: 'part-faults', name: 'jobs', faults: { held: 'frozen', cut: [] } });
  order('resume');
  expect(await answers(jobs.url)).toBe(200);
  expect(events.at(-1)).toMatchObject({ type: 'part-faults', faults: { cut: [] } });
});

test('a slowed part stands still and runs in turns, and answers', async () => {
  const { jobs, order, happened } = await aStack();
  order('slow');
  await standsStill(jobs.pid);
  expect(await answers(jobs.url)).toBe(200);
  order('kill');
  const [restarted] = await happened('part-restarted');
  expect(stateOf(restarted!.pid)).not.toBe('T');
});

test.each(['freeze', 'slow', 'stop'] as const)(
  'the stack stops at once and leaves nothing behind: %s',
  async (fault) => {
    const { stack, jobs, order, directory } = await aStack({ stopDeadlineMs: 50_000 });
    order(fault);
    await stack.stop();
    expect(() => process.kill(jobs.pid, 0)).toThrow('ESRCH');
    expect(leftoversIn(directory)).toEqual([]);
  },
);

test('mending everything ends every fault of every part', async () => {
  const { stack, events, happened } = await aStack();
  const { perform, mendAll } = stack.faults!;
  perform({ do: 'stop', part: 'users' });
  perform({ do: 'freeze', part: 'companies' });
  perform({ do: 'cut', part: 'jobs', to: 'companies' });
  await happened('part-stopped');
  mendAll();
  const [restarted] = await happened('part-restarted');
  expect(restarted!.name).toBe('users');
  const latest = new Map(events.flatMap((event) => (event.type === 'part-faults' ? [[event.name, event.faults]] : [])));
  expect([...latest.values()]).toEqual([{ cut: [] }, { cut: [] }, { cut: [] }]);
});

test('what cannot be done is refused in a sentence', async () => {
  const { stack, order, happened } = await aStack();
  const { perform } = stack.faults!;
  expect(() => perform({ do: 'stop', part: 'monolith' })).toThrow('There is no monolith here.');
  expect(() => perform({ do: 'cut', part: 'gateway', to: 'database' })).toThrow('has no address of its database');
  order('stop');
  await happened('part-stopped');
  expect(() => order('freeze')).toThrow(
    'The jobs service does not run at the moment; wait until it does, or start it.',
  );
});

test('without restarts nothing can be made to fail, since every end is the stack’s', async () => {
  const { stack } = await aStack({ restart: false });
  expect(stack.faults).toBeUndefined();
});
