import { conflict } from '@jobly/contracts';
import type { FromConsole, LaunchedPart, ToConsole } from '@jobly/stack';

/** The launcher, which has started this process and the stacks. */
export interface Launcher {
  /** The parts that it has started, as far as it has said. */
  parts(): readonly LaunchedPart[];
  /** Calls when they have changed. */
  onChange(hear: () => void): void;
  /**
   * Lets it do something to the parts.
   * @throws Problem with the launcher's reason if it refuses, or if nobody has started this process
   */
  order(order: FromConsole['order']): Promise<void>;
  /** Calls with the number of requests that a part has received since it counts. */
  onReceived(hear: (name: LaunchedPart['name'], received: number) => void): void;
}

/** The launcher at the other end of a process's IPC channel; one without parts if there is no channel. */
export function launcher(channel: Pick<NodeJS.Process, 'on' | 'send'>): Launcher {
  let parts: readonly LaunchedPart[] = [];
  const hearers: (() => void)[] = [];
  const counters: ((name: LaunchedPart['name'], received: number) => void)[] = [];
  const orders = new Map<number, (refused: string | undefined) => void>();
  let id = 0;
  channel.on('message', (message: ToConsole) => {
    if ('parts' in message) {
      parts = message.parts;
      for (const hear of hearers) hear();
    } else if ('received' in message) {
      for (const hear of counters) hear(message.name, message.received);
    } else {
      orders.get(message.answer)?.(message.refused);
      orders.delete(message.answer);
    }
  });
  return {
    parts: () => parts,
    onChange: (hear) => void hearers.push(hear),
    onReceived: (hear) => void counters.push(hear),
    order: (order) =>
      new Promise((resolve, reject) => {
        if (!channel.send) return reject(conflict('No launcher runs here; start the console with npm start'));
        id += 1;
        orders.set(id, (refused) => (refused === undefined ? resolve() : reject(conflict(refused))));
        channel.send({ id, order } satisfies FromConsole);
      }),
  };
}

/** A launcher that was killed cannot thaw what it has frozen, and what is frozen does not see that it is gone. */
export function thaw({ parts }: Pick<Launcher, 'parts'>): void {
  for (const { pid, faults } of parts()) {
    if (pid === null || !faults.held) continue;
    try {
      process.kill(pid, 'SIGCONT');
    } catch {
      // It has ended.
    }
  }
}
