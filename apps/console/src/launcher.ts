import type { LaunchedPart, ToConsole } from '@jobly/stack';

/** The launcher, which has started this process and the stacks. */
export interface Launcher {
  /** The parts that it has started, as far as it has said. */
  parts(): readonly LaunchedPart[];
  /** Calls when they have changed. */
  onChange(hear: () => void): void;
}

/** The launcher at the other end of a process's IPC channel; one without parts if there is no channel. */
export function launcher(channel: Pick<NodeJS.Process, 'on'>): Launcher {
  let parts: readonly LaunchedPart[] = [];
  const hearers: (() => void)[] = [];
  channel.on('message', (message: ToConsole) => {
    parts = message.parts;
    for (const hear of hearers) hear();
  });
  return { parts: () => parts, onChange: (hear) => void hearers.push(hear) };
}
