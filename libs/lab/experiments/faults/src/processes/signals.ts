import type { StackName } from '../exposed';
import type { Fault } from '../schedule/fault';
import { SCHEDULE } from '../schedule/strikes';

/** A process of a stack. */
export interface Victim {
  stack: StackName;
  part: string;
  pid: number;
}

/** It stands still, and goes on afterwards. */
export const stopped = (victim: Victim): Fault => ({
  ...aFault(victim, 'stopped'),
  mendedMs: SCHEDULE.endsMs,
  begin: () => process.kill(victim.pid, 'SIGSTOP'),
  end: () => process.kill(victim.pid, 'SIGCONT'),
});

/** It ends at once, and its stack has to start it again. */
export const killed = (victim: Victim, signal: NodeJS.Signals = 'SIGKILL'): Fault => ({
  ...aFault(victim, 'killed'),
  mendedMs: SCHEDULE.beginsMs,
  begin: () => process.kill(victim.pid, signal),
  end: () => {},
});

const aFault = ({ stack, part }: Victim, strike: string) => ({ stack, part, strike, isOutage: true });
