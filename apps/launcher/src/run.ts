import { type Stack, type StackEvent, launcherLogIn, startStack, titles } from '@jobly/stack';
import { type Console, report } from './console';
import type { LauncherOptions } from './options';
import { listenForStopRequests } from './signals';
import { summaryOf } from './summary';
import { milliseconds, obituary } from './wording';

/**
 * Starts the stack, reports it, and stays until it is told to stop or a part dies.
 * @returns the exit code.
 * @throws StartError if it cannot be started.
 */
export async function run(options: LauncherOptions, console: Console): Promise<number> {
  const { only, data, reset, json, supervised } = options;
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
  if (json) console.answer(JSON.stringify({ monolith, micro, postgres }));
  else console.say(summaryOf(stack, postgresReadyMs, howToStop(options)));
  if (supervised) report('ready');

  const exit = await Promise.race([stopRequests.first, stack.failed]);
  if (exit) console.complain(obituary(exit));
  console.say(exit ? 'Stopping the others …' : 'Stopping …');
  stopRequests.onRepeat(stack.kill);
  await stack.stop();
  console.say('Everything is stopped.');
  return exit ? 1 : 0;
}

function howToStop({ data, supervised }: LauncherOptions): string {
  if (!supervised) return 'Ctrl-C stops everything.';
  const command = data === '.jobly' ? 'npm stop' : `npm stop -- --data '${data.replaceAll("'", String.raw`'\''`)}'`;
  return `It runs in the background. To stop everything: ${command}\nIts log is ${launcherLogIn(data)}.`;
}

/** Reports the progress of the start. A part's death is reported elsewhere, by its handler. */
function narrate(event: StackEvent, { say, tick }: Console): void {
  if (event.type === 'leftovers') {
    say(`Waiting for the end of an earlier start that was killed (pid ${event.pids.join(', ')}) …`);
  }
  if (event.type === 'postgres-ready') tick(titles.postgres, milliseconds(event.readyMs));
  if (event.type === 'part-ready') tick(titles[event.name], milliseconds(event.readyMs));
}
