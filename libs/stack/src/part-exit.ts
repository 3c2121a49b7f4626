import type { PartName } from './topology';

/** The way in which a part, or PostgreSQL, has ended. */
export interface PartExit {
  name: PartName | 'postgres';
  pid: number;
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Its own reason, if it gave one: one sentence. */
  reason?: string;
  logFile: string;
}

/** How it ended, as the end of a sentence about it: "it was ended by SIGTERM." */
export function endingOf({ code, signal, reason }: PartExit): string {
  if (reason) return /[.!?…]$/.test(reason) ? reason : `${reason}.`;
  // Apart from the system itself, hardly anybody sends SIGKILL to another's process.
  if (signal === 'SIGKILL') return 'it was ended by SIGKILL, as the system does where memory runs short.';
  return signal ? `it was ended by ${signal}.` : `it ended with exit code ${code} and did not say why.`;
}
