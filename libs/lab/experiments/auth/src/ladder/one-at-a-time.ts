import type { SwitchedMode } from './start-switched';

/** Lets the processes of one mode run and stops all others, whose timers and collections would disturb it. */
export interface OneAtATime {
  only(name: string): void;
  /** To be called before they are ended: a stopped process does not hear that it should. */
  all(): void;
}

/** All of them run until one is chosen. */
export function oneAtATime(modes: readonly Pick<SwitchedMode, 'name' | 'target'>[]): OneAtATime {
  const stopped = new Set<string>();
  const letRun = (isMeant: (name: string) => boolean) => {
    for (const { name, target } of modes) {
      const runs = isMeant(name);
      if (runs !== stopped.has(name)) continue;
      for (const pid of Object.values(target.processes!.pids).flat()) signal(pid, runs ? 'SIGCONT' : 'SIGSTOP');
      if (runs) stopped.delete(name);
      else stopped.add(name);
    }
  };
  return { only: (wanted) => letRun((name) => name === wanted), all: () => letRun(() => true) };
}

/** One that has died is noticed elsewhere. */
function signal(pid: number, name: 'SIGCONT' | 'SIGSTOP'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
