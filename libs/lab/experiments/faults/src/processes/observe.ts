import { type StackProcesses, seedOf } from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import { startStacks } from '@jobly/lab/system-under-test';
import type { StackName } from '../exposed';
import { peopleAt } from '../people';
import type { Plan } from '../plan';
import { watch, type Watched } from '../schedule/watch';
import { killed, stopped, type Victim } from './signals';

/**
 * Signals stop and kill the real processes of a stack that restarts what ends, the gateway's and PostgreSQL's among them.
 * Each is killed once only: afterwards it is another process.
 */
export async function failingProcesses(
  scene: Scene,
  stack: StackName,
  { processes, signals }: Plan,
): Promise<Watched[]> {
  const { run, seed, signal, progress } = scene;
  const stacks = await startStacks(signal, { data: scene.stacks.data, restart: true });
  try {
    const { origin, processes: own } = stacks[stack];
    const people = await peopleAt(origin, stacks.admin, `${run.id}s`);
    const isMeant = ({ part }: Victim) => processes?.includes(part) ?? true;
    const victims = victimsIn(stack, own!).filter(isMeant);
    const postgres = [{ stack, part: 'PostgreSQL', pid: stacks.postgres!.pid }].filter(isMeant);
    const faults = [
      ...signals.flatMap((what) => victims.map((victim) => (what === 'stopped' ? stopped : killed)(victim))),
      // A fast shutdown would wait for sessions to end; this is PostgreSQL's immediate one.
      ...postgres.map((victim) => killed(victim, 'SIGQUIT')),
    ];
    const watched: Watched[] = [];
    for (const fault of faults) {
      const { part, strike } = fault;
      progress.step(`${stack}: ${part} ${strike} by a signal`);
      watched.push(
        await watch({ origin, people }, fault, { seed: seedOf(seed, stack, part, strike, 'signal'), signal }),
      );
    }
    return watched;
  } finally {
    await stacks.close();
  }
}

const victimsIn = (stack: StackName, { pids }: StackProcesses): Victim[] =>
  Object.entries(pids).map(([part, pid]) => ({ stack, part, pid: [pid].flat()[0]! }));
