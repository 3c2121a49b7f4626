import { type Stack, type StackEvent, startStack, titles } from '@jobly/stack';
import type { Console } from './console';
import type { LauncherOptions } from './options';
import { listenForStopRequests } from './signals';
import { summaryOf } from './summary';
import { milliseconds, obituary } from './wording';

/**
 * Starts the stack, says so, and stays until it is told to stop or a part dies.
 * @returns the exit code.
 * @throws StartError if it cannot be started.
 */
export async function run({ only, data, reset, json }: LauncherOptions, console: Console): Promise<number> {
  const stopRequests = listenForStopRequests();
  let postgresReadyMs = 0;
  const onEvent = (event: StackEvent) => {
    if (event.type === 'postgres-ready') postgresReadyMs = event.readyMs;
    narrate(event, console);
  };

  let stack: Stack;
  try {
    const parts = only ? [only] : (['monolith', 'micro'] as const);
    const { signal } = stopRequests;
    stack = await startStack({ parts: [...parts], ports: 'fixed', directory: data, reset, signal, onEvent });
  } catch (error) {
    if (!stopRequests.signal.aborted) throw error;
    console.say('Stopped before everything was ready.');
    return 0;
  }
  const { monolith, micro, postgres } = stack;
  if (json) process.stdout.write(`${JSON.stringify({ monolith, micro, postgres })}\n`);
  else console.say(summaryOf(stack, postgresReadyMs));

  const exit = await Promise.race([stopRequests.first, stack.failed]);
  if (exit) console.complain(obituary(exit));
  console.say(exit ? 'Stopping the others …' : 'Stopping …');
  stopRequests.onRepeat(stack.kill);
  await stack.stop();
  console.say('Everything is stopped.');
  return exit ? 1 : 0;
}

/** Says what happens on the way up. A part's death is told by whoever deals with it. */
function narrate(event: StackEvent, { say, tick }: Console): void {
  if (event.type === 'leftovers') {
    say(`Waiting for the end of an earlier start that was killed (pid ${event.pids.join(', ')}) …`);
  }
  if (event.type === 'postgres-ready') tick(titles.postgres, milliseconds(event.readyMs));
  if (event.type === 'part-ready') tick(titles[event.name], milliseconds(event.readyMs));
}
