import { StartError } from '@jobly/contracts';
import { COMPANIES_RUNTIME, type PartExit, type Stack, type StackEvent, launcherLogIn, startStack } from '@jobly/stack';
import { type BrowserConsole, openBrowserConsole } from './browser-console';
import { type Console, report } from './console';
import { narrate } from './narrate';
import type { LauncherOptions } from './options';
import { severable } from './severable';
import { listenForStopRequests } from './signals';
import { summaryOf } from './summary';
import { capitalised, listed } from './wording';

/** The variables with which the stack is started, beside those of this process. */
type Variables = Record<string, string>;

/**
 * Starts the stack, reports it, and stays until it is told to stop or nothing is left that runs.
 * @returns the exit code: 1 if a part has died and was not, or could not be, restarted.
 * @throws StartError if it cannot be started.
 */
export async function run(
  options: LauncherOptions,
  console: Console,
  start = startStack,
  variables: Variables = {},
): Promise<number> {
  const { only, companies, data, reset, json, restart, supervised } = options;
  if (companies === 'bun' && only && only !== 'micro') {
    throw new StartError('--companies bun is for the microservices: leave --only out, or start with --only micro.');
  }
  // It shows what is side by side, and a function stands alone.
  const withConsole = options.console && only !== 'functions';
  const stopRequests = listenForStopRequests();
  let browser: BrowserConsole | undefined;
  let postgresReadyMs = 0;
  const down: PartExit['name'][] = [];
  const onEvent = (event: StackEvent) => {
    if (event.type === 'postgres-ready') postgresReadyMs = event.readyMs;
    if (event.type === 'part-abandoned') down.push(event.name);
    narrate(event, console);
    // Not before the first event: only then the directory, in which its log is, is known to be ours.
    if (withConsole) browser ??= openBrowserConsole(data, console.complain, options.traces);
    browser?.onEvent(event);
  };

  let stack: Stack;
  try {
    const parts = only ? [only] : (['monolith', 'micro'] as const);
    const { signal } = stopRequests;
    const env = {
      ...(withConsole && { ...timing(companies), ...severable() }),
      ...variables,
      ...(companies && { [COMPANIES_RUNTIME]: companies }),
    };
    stack = await start({ parts: [...parts], ports: 'fixed', directory: data, reset, env, restart, signal, onEvent });
  } catch (error) {
    browser?.stop();
    if (!stopRequests.signal.aborted) throw error;
    console.say('Stopped before everything was ready.');
    return 0;
  }
  browser?.obey(stack.faults);
  const { monolith, soa, micro, functions, postgres } = stack;
  const page = browser && (await browser.url);
  if (json) console.answer(JSON.stringify({ monolith, soa, micro, functions, postgres, console: page }));
  else console.say(summaryOf(stack, postgresReadyMs, page, howToStop(options)));
  if (supervised) report('ready');

  const exit = await Promise.race([stopRequests.first, stack.failed]);
  const others = restart ? 'No part is left. Stopping …' : 'Stopping the others …';
  console.say(exit ? others : 'Stopping …');
  stopRequests.onRepeat(stack.kill);
  browser?.stop();
  await stack.stop();
  console.say('Everything is stopped.');
  if (down.length > 0) console.complain(`${capitalised(listed(down))} had stayed down.`);
  return exit || down.length > 0 ? 1 : 0;
}

/**
 * The console shows where the time of a request goes; answers must not tell that to other machines, and a service on Bun
 * does not know it.
 */
function timing(companies = process.env[COMPANIES_RUNTIME], { HOST, SERVER_TIMING } = process.env): Variables {
  if (companies === 'bun') return {};
  const isApart = !HOST || HOST === 'localhost' || HOST === '::1' || HOST.startsWith('127.');
  return isApart && !SERVER_TIMING ? { SERVER_TIMING: 'true' } : {};
}

function howToStop({ data, supervised }: LauncherOptions): string {
  if (!supervised) return 'Ctrl-C stops everything.';
  const command = data === '.jobly' ? 'npm stop' : `npm stop -- --data '${data.replaceAll("'", String.raw`'\''`)}'`;
  return `It runs in the background. To stop everything: ${command}\nIts log is ${launcherLogIn(data)}.`;
}
