import type { Results } from '@jobly/lab/results';
import type { FoundNginx } from '@jobly/lab/system-under-test';
import { describeMachine } from './machine';

/** The facts of a run that are known before anything is started. */
export interface Run {
  /** Makes the names of its users unique. */
  id: string;
  startedAt: Date;
  /** Its speed is measured once the stacks have started. */
  machine: Results['machine'];
  /** For an experiment that needs nginx. */
  nginx?: FoundNginx;
}

/** Begins a run: now, on this machine. */
export function createRun(nginx?: FoundNginx): Run {
  const startedAt = new Date();
  return { id: startedAt.getTime().toString(36).slice(-6), startedAt, machine: describeMachine(nginx), nginx };
}
