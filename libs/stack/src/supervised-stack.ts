import type { Holdings, Running } from './bring-up';
import { environmentOf } from './environment';
import { notesOn } from './notes';
import type { InjectedFaults } from './faults/fault-injection';
import type { PartExit } from './part-exit';
import { launch } from './part-process';
import type { Plan } from './plan';
import { type Supervised, supervise } from './supervise';
import type { Blueprint } from './topology';

/**
 * Restarts each part, and PostgreSQL, whenever it ends, and keeps the notes about the stack true.
 * @param signal aborts when the stack is stopped.
 * @returns the end of the last part, once all of them stay down; only PostgreSQL may be left then.
 */
export function superviseStack(
  plan: Plan,
  holdings: Holdings,
  running: Running,
  signal: AbortSignal,
  faults: InjectedFaults,
): Promise<PartExit> {
  const { clock, onEvent } = plan;
  const notes = notesOn(plan.directory, running, holdings);
  const keepUp = (part: Supervised) =>
    supervise(
      {
        ...part,
        async restart() {
          const life = await part.restart();
          if (!signal.aborted) notes.begun();
          return life;
        },
      },
      {
        ...{ clock, signal, onEvent },
        onChange(pid) {
          notes.changed(part.name, pid);
          part.intent?.changed(pid);
        },
      },
    );

  void holdings.databases?.then(({ server }) => server && keepUp(server));
  return new Promise((resolve) => {
    let left = plan.parts.length;
    for (const [index, part] of plan.parts.entries()) {
      const supervised = { ...supervisedPart(part, index, plan, holdings), intent: faults.intentOf(part.name) };
      void keepUp(supervised).then((end) => {
        left -= 1;
        if (end && left === 0) resolve(end);
      });
    }
  });
}

function supervisedPart(part: Blueprint, index: number, plan: Plan, holdings: Holdings): Supervised {
  return {
    name: part.name,
    logFile: plan.logOf(part),
    first: holdings.processes[index]!,
    async restart() {
      const environment = environmentOf(part, plan, holdings.provisions!);
      return (holdings.processes[index] = launch(part, plan, environment, { continueLog: true }));
    },
  };
}
