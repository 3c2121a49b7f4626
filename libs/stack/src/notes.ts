import type { Holdings, Running } from './bring-up';
import { describe, writeDescription } from './description';
import { noteProcesses } from './leftovers';
import type { PartExit } from './part-exit';
import type { PartProcess } from './part-process';

type Name = PartExit['name'];

/** What other programs and the next start read about a stack whose processes change. */
export function notesOn(directory: string, { parts, postgres }: Running, { processes }: Holdings) {
  const pids = new Map<Name, number | null>(parts.map(({ name, pid }) => [name, pid]));
  pids.set('postgres', postgres?.pid ?? null);
  const now = <One extends object>(name: Name, one: One) => ({ ...one, pid: pids.get(name) ?? null });

  const ended = new WeakSet<PartProcess>();
  const watched = new WeakSet<PartProcess>();

  /** The number of a process that has ended may by now be another's, which the next start must not kill. */
  function running(): PartProcess[] {
    for (const process of processes.filter((one) => !watched.has(one))) {
      watched.add(process);
      void process.exited.then(() => ended.add(process));
    }
    return processes.filter((process) => !ended.has(process));
  }
  running();

  /** A process has been started that is not ready yet. */
  const begun = () => attempt(() => noteProcesses(directory, [...running(), { pid: pids.get('postgres') ?? 0 }]));

  /** This process serves from now on; null: none. */
  function changed(name: Name, pid: number | null): void {
    pids.set(name, pid);
    const present = parts.map((part) => now(part.name, part));
    attempt(() => writeDescription(directory, describe(present, postgres && now('postgres', postgres))));
    begun();
  }
  return { begun, changed };
}

/** A directory that cannot be written to any more is no reason to give up the parts that run. */
function attempt(write: () => void): void {
  try {
    write();
  } catch {
    // The next start sees that the processes in the old notes have ended.
  }
}
