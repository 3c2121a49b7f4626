import { stopStack, titles } from '@jobly/stack';
import type { Console } from './console';
import type { StopOptions } from './options';

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
  const names = parts.map((name) => (name === 'postgres' ? titles[name] : `the ${titles[name]}`));
  const what =
    leftovers.length > 0
      ? `what a start that was killed had left behind (pid ${leftovers.join(', ')})`
      : names.length > 0
        ? list.format(names)
        : 'what was just starting';
  console.say(`Stopped ${what}.`);
  return 0;
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
