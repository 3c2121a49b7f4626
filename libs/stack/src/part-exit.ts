import type { PartName } from './topology';

/** How a part, or PostgreSQL, has ended. */
export interface PartExit {
  name: PartName | 'postgres';
  pid: number;
  code: number | null;
  signal: NodeJS.Signals | null;
  /** The last it wrote to stderr. */
  lastLines: string[];
  logFile: string;
}
