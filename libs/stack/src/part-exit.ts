import type { PartName } from './topology';

/** How a part, or PostgreSQL, has ended. */
export interface PartExit {
  name: PartName | 'postgres';
  pid: number;
  code: number | null;
  signal: NodeJS.Signals | null;
  /** What it said of why, if it did: one sentence. */
  reason?: string;
  logFile: string;
}

/** How it ended, as the end of a sentence about it: "it was ended by SIGTERM." */
export function endingOf({ code, signal, reason }: PartExit): string {
  if (reason) return /[.!?…]$/.test(reason) ? reason : `${reason}.`;
  // Nobody else is known to send that one to a process of somebody's.
  if (signal === 'SIGKILL') return 'it was ended by SIGKILL, as the system does where memory runs short.';
  return signal ? `it was ended by ${signal}.` : `it ended with exit code ${code} and did not say why.`;
}
