import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { conflict } from '@jobly/contracts';
import { usualDirectory } from '@jobly/lab/report';
import type { LabRun } from '../../api/experiments';
import type { Measuring } from '../live/measuring';
import type { Workspace } from '../workspace';
import { basename, join } from 'node:path';
import { endingOf } from './ending';

/** The lab, run one experiment at a time. */
export interface LabProcess {
  /** @throws Problem if the lab measures already, whoever has started it */
  start(experiment: string): void;
  /** Asks it to stop as Ctrl-C does: it keeps what it has measured. Asked again, it stops at once. */
  stop(): void;
  /** The last run; null before the first. */
  last(): LabRun | null;
}

const MOST_LINES = 60;
const LONGEST_LINE = 500;

/**
 * @param tell hears whenever something about the run has changed
 */
export function createLabProcess(
  { lab, results }: Pick<Workspace, 'lab' | 'results'>,
  measuring: Measuring,
  tell: (run: LabRun) => void,
): LabProcess {
  let child: ChildProcess | undefined;
  let run: LabRun | undefined;
  const change = (changes: Partial<LabRun>) => tell((run = { ...run!, ...changes }));
  const stop = () => child?.kill('SIGINT');
  return {
    last: () => run ?? null,
    start(experiment) {
      const busy = child ? run!.experiment : measuring.current();
      if (busy !== null) throw conflict(`The lab measures ${busy} already. Wait until it has ended, or stop it.`);
      const startedAt = new Date();
      const directory = basename(usualDirectory(experiment, startedAt));
      run = {
        experiment,
        id: `here/${directory}`,
        startedAt: startedAt.toISOString(),
        lines: [],
        stopping: false,
        ended: null,
      };
      child = spawn(process.execPath, [lab, experiment, '--quick', '--out', join(results, directory)], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
      });
      createInterface({ input: child.stderr! }).on('line', (line) => {
        change({ lines: [...run!.lines, line.slice(0, LONGEST_LINE)].slice(-MOST_LINES) });
      });
      // Nobody could stop it any more.
      process.once('exit', stop);
      child.once('error', () => {});
      child.once('close', (code) => {
        process.off('exit', stop);
        child = undefined;
        change({ ended: endingOf(code, run!.lines.at(-1), run!.stopping) });
      });
      tell(run);
    },
    stop() {
      if (!child) throw conflict('The lab does not run, or was started elsewhere: stop it there.');
      change({ stopping: true });
      stop();
    },
  };
}
