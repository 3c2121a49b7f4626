import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Fault } from '../record/entries';
import { until } from '../until.fixture';
import { inflict, watchedProcesses } from './inflict';

const started: ChildProcess[] = [];
afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')));

async function aProcess() {
  const child = spawn('sleep', ['600']);
  started.push(child);
  await once(child, 'spawn');
  return child;
}

/** The third field of proc_pid_stat(5): T is stopped. */
const stateOf = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[2];

const fault = (target: string, does: Fault['does'], at = 0, forMs = 60_000): Fault => ({
  ...{ type: 'fault', at, target, does },
  ...(does === 'pause' && { forMs }),
});

/** Inflicts faults on processes by their names; `onFault` sees each just before it strikes. */
const inflicted = (
  faults: Fault[],
  pids: Record<string, number>,
  { signal = new AbortController().signal, onFault = (_: Fault) => {} } = {},
) => inflict(faults, { pids: new Map(Object.entries(pids)), now: () => 1_000, signal, onFault });

test('a killed process ends, and so do PostgreSQL and its children', async () => {
  const [one, server] = [await aProcess(), await aProcess()];
  const ended = Promise.all([once(one, 'exit'), once(server, 'exit')]);
  const told: Fault[] = [];
  const faults = [fault('jobs', 'kill'), fault('postgres', 'kill')];
  await inflicted(faults, { jobs: one.pid!, postgres: server.pid! }, { onFault: (one) => told.push(one) });
  expect(await ended).toEqual([
    [null, 'SIGKILL'],
    [null, 'SIGKILL'],
  ]);
  expect(told).toEqual(faults.map((one) => ({ ...one, at: 1_000 })));
});

test('a process that is down is left out', async () => {
  const told: Fault[] = [];
  await inflicted([fault('jobs', 'kill')], {}, { onFault: (one) => told.push(one) });
  expect(told).toEqual([]);
});

(process.platform === 'linux' ? test : test.skip)(
  'a paused process stands still until its time is over, or until the run is interrupted',
  async () => {
    const child = await aProcess();
    const interruption = new AbortController();
    const faults = [fault('jobs', 'pause'), fault('jobs', 'kill', 600_000)];
    const inflicting = inflicted(faults, { jobs: child.pid! }, { signal: interruption.signal });
    await until(() => stateOf(child.pid!) === 'T');
    interruption.abort();
    await inflicting;
    await until(() => stateOf(child.pid!) !== 'T');
    expect(child.exitCode).toBeNull();
  },
);

test('the stack tells which process is which', () => {
  const { pids, onEvent } = watchedProcesses();
  const part = { url: '', readyMs: 1 };
  onEvent({ type: 'part-ready', name: 'jobs', pid: 1, ...part });
  onEvent({ type: 'postgres-ready', pid: 2, port: 3, created: true, ...part });
  expect([...pids]).toEqual([
    ['jobs', 1],
    ['postgres', 2],
  ]);
  onEvent({ type: 'part-failed', name: 'jobs', pid: 1, code: null, signal: 'SIGKILL', logFile: '' });
  expect(pids.get('jobs')).toBeUndefined();
  onEvent({ type: 'part-restarted', name: 'jobs', pid: 4 });
  expect(pids.get('jobs')).toBe(4);
});
