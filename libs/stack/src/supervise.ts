import { backOff } from './back-off';
import type { Clock } from './clock';
import type { Intent } from './faults/part-faults';
import type { StackEvent } from './options';
import type { PartExit } from './part-exit';
import type { ToPart } from './to-part';

/** One run of a part, from its start to its end. */
export interface Life {
  pid: number;
  /** Resolves when it can serve; rejects if it ends before, or takes too long. */
  ready: Promise<unknown>;
  exited: Promise<PartExit>;
  kill: (signal: NodeJS.Signals) => void;
  /** Tells it something, if it listens. */
  tell: (message: ToPart) => void;
}

export interface Supervised {
  name: PartExit['name'];
  logFile: string;
  /** The first run, which is ready. */
  first: Life;
  /** Starts it again, with what it was given before. */
  restart: () => Promise<Life>;
  /** What somebody does to it on purpose; nothing is done to PostgreSQL. */
  intent?: Intent;
}

interface Supervision {
  clock: Clock;
  /** Aborts when nothing shall be restarted any more. */
  signal: AbortSignal;
  onEvent: (event: StackEvent) => void;
  /** Hears which process serves from now on; null: none. */
  onChange: (pid: number | null) => void;
}

/**
 * Restarts a part whenever it ends, until it has to stay down.
 * @returns its last end, or undefined if the signal came first.
 */
export async function supervise(part: Supervised, supervision: Supervision): Promise<PartExit | undefined> {
  const { clock, signal, onEvent, onChange } = supervision;
  const { intent } = part;
  const atEnd = backOff();
  const isOver = () => signal.aborted;
  let life = part.first;
  let readyAt: Promise<number | undefined> = Promise.resolve(clock.now());
  for (;;) {
    const exit = await life.exited;
    if (isOver()) return undefined;
    onChange(null);
    const meant = intent?.takeEnd();
    if (meant === 'stopped') {
      onEvent({ type: 'part-stopped', name: part.name, pid: exit.pid });
      await intent!.wanted();
    } else {
      const since = (await readyAt) ?? clock.now();
      // Whoever kills it on purpose wants to see it come back, however often.
      const restart = atEnd(meant === 'killed' ? Infinity : clock.now() - since);
      if (!restart) {
        onEvent({ type: 'part-abandoned', ...exit });
        return exit;
      }
      onEvent({ type: 'part-failed', ...exit, restart, ...(meant && { meant: true }) });
      await clock.wait(restart.delayMs, signal);
    }
    if (isOver()) return undefined;
    life = await part.restart().catch((error: unknown) => stillborn(part, error as Error));
    readyAt = announced(life, part, supervision);
  }
}

/** Tells when a run is ready, and resolves to that time; to undefined if it never is. */
async function announced(
  { pid, ready, kill }: Life,
  { name }: Supervised,
  { clock, signal, onEvent, onChange }: Supervision,
): Promise<number | undefined> {
  try {
    await ready;
  } catch {
    // If it hangs rather than has ended, only its end lets it be started again.
    kill('SIGKILL');
    return undefined;
  }
  if (signal.aborted) return undefined;
  onChange(pid);
  onEvent({ type: 'part-restarted', name, pid });
  return clock.now();
}

/** A run that could not even be begun, for want of memory or of a disk to log on, say. */
const stillborn = ({ name, logFile }: Supervised, error: Error): Life => ({
  pid: 0,
  ready: Promise.reject(error),
  exited: Promise.resolve({ name, pid: 0, code: null, signal: null, reason: error.message, logFile }),
  kill: () => {},
  tell: () => {},
});
