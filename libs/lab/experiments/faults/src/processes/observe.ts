import { type StackProcesses, seedOf } from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import { type Stacks, startStacks } from '@jobly/lab/system-under-test';
import type { StackName } from '../exposed';
import { type People, peopleAt } from '../people';
import type { Plan } from '../plan';
import type { Fault } from '../schedule/fault';
import { watch, type Watched } from '../schedule/watch';
import { alike, killed, stopped, type Victim } from './signals';

const STACKS = ['monolith', 'micro'] as const;

interface Field {
  origin: string;
  people: People;
}

/**
 * Signals stop and kill real processes of stacks that restart what ends, the gateway's and PostgreSQL's among them. Each is
 * killed once only: afterwards it is another process. PostgreSQL is the last, because it is that of both stacks.
 */
export async function failingProcesses(scene: Scene, { processes }: Plan): Promise<Watched[]> {
  const { run, seed, signal, progress } = scene;
  const stacks = await startStacks(signal, { restart: true });
  try {
    const fields = {
      monolith: await fieldAt(stacks, 'monolith', run.id),
      micro: await fieldAt(stacks, 'micro', run.id),
    };
    const seen = (fault: Fault) => {
      const { stack, part, strike } = fault;
      progress.step(`${stack}: ${part} ${strike} by a signal`);
      return watch(fields[stack], fault, { seed: seedOf(seed, stack, part, strike, 'signal'), signal });
    };
    const watched: Watched[] = [];
    const victims = victimsIn(stacks).filter(({ part }) => processes?.includes(part) ?? true);
    for (const fault of [...victims.map(stopped), ...victims.map((victim) => killed(victim))]) {
      watched.push(await seen(fault));
    }
    // A fast shutdown would wait for sessions to end; this is PostgreSQL's immediate one.
    const end = killed({ stack: 'monolith', part: 'PostgreSQL', pid: stacks.postgres!.pid }, 'SIGQUIT');
    return [...watched, ...(await Promise.all([seen(end), seen(alike(end, 'micro'))]))];
  } finally {
    await stacks.close();
  }
}

async function fieldAt(stacks: Stacks, stack: StackName, run: string): Promise<Field> {
  const { origin } = stacks[stack];
  return { origin, people: await peopleAt(origin, stacks.admin, `${run}s`) };
}

const victimsIn = (stacks: Stacks): Victim[] =>
  STACKS.flatMap((stack) => {
    const { pids } = stacks[stack].processes as StackProcesses;
    return Object.entries(pids).map(([part, pid]) => ({ stack, part, pid: [pid].flat()[0]! }));
  });
