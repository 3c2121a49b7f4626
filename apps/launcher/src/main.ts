import { StartError } from '@jobly/contracts';
import { openConsole, reporting, surviveClosedOutput } from './console';
import { detach } from './detach';
import { type LauncherOptions, optionsFrom, stopOptionsFrom } from './options';
import { run } from './run';
import { stop } from './stop';
import { withTraces } from './with-traces';

surviveClosedOutput();
const [, , command, ...rest] = process.argv;
const stopOptions = command === 'stop' ? stopOptionsFrom(rest) : undefined;
const options = stopOptions ? undefined : optionsFrom(process.argv);
const plain = openConsole({ json: options?.json });
const console = options?.supervised ? reporting(plain) : plain;
/** Resolves to the exit code. */
const started = (given: LauncherOptions) => {
  if (given.detach) return detach(given, console);
  if (!given.traces) return run(given, console);
  return withTraces(given.data, (env) => run(given, console, undefined, env));
};
try {
  if (options) process.exitCode = await started(options);
  if (stopOptions) process.exitCode = await stop(stopOptions, console);
} catch (error) {
  console.complain(error instanceof StartError ? error.message : String((error as Error).stack ?? error));
  process.exitCode = 1;
}
