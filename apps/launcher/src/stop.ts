import { stopStack } from '@jobly/stack';
import type { Console } from './console';
import type { StopOptions } from './options';
import { listed } from './wording';

/**
 * Stops the stack that runs on the directory, and reports its parts.
 * @returns the exit code; it is a success if nothing runs, too.
 * @throws StartError if it cannot be stopped.
 */
export async function stop({ data }: StopOptions, console: Console): Promise<number> {
  const stopped = await stopStack(data);
  if (!stopped) {
    console.say(`Nothing runs on ${data}; there is nothing to stop.`);
    return 0;
  }
  const { parts, leftovers } = stopped;
  const what =
    leftovers.length > 0
      ? `what a start that was killed had left behind (pid ${leftovers.join(', ')})`
      : parts.length > 0
        ? listed(parts)
        : 'what was just starting';
  console.say(`Stopped ${what}.`);
  return 0;
}
