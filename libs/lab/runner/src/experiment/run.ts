import type { Results } from '@jobly/lab/results';
import type { FoundNginx } from '@jobly/lab/system-under-test';
import { describeMachine } from './machine';

/** What is known of a run before anything is started. */
export interface Run {
  /** Makes the names of its users its own. */
  id: string;
  startedAt: Date;
  machine: Results['machine'];
  /** For an experiment that needs it. */
  nginx?: FoundNginx;
}

/** Begins a run: now, on this machine. */
export function createRun(nginx?: FoundNginx): Run {
  const startedAt = new Date();
  return { id: startedAt.getTime().toString(36).slice(-6), startedAt, machine: describeMachine(nginx), nginx };
}
