import type { PartName } from './topology';

/** A process of a stack, as the launcher knows it. */
export interface LaunchedPart {
  readonly name: PartName;
  readonly url: string;
  /** null while it is down. */
  readonly pid: number | null;
}

/** What the launcher sends to the console over its IPC channel, at first and whenever it has changed. */
export interface ToConsole {
  readonly parts: readonly LaunchedPart[];
}
