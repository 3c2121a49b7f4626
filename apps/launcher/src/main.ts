import { StartError } from '@jobly/contracts';
import { openConsole, reporting, surviveClosedOutput } from './console';
import { detach } from './detach';
import { optionsFrom, stopOptionsFrom } from './options';
import { run } from './run';
import { stop } from './stop';

surviveClosedOutput();
const [, , command, ...rest] = process.argv;
const stopOptions = command === 'stop' ? stopOptionsFrom(rest) : undefined;
const options = stopOptions ? undefined : optionsFrom(process.argv);
const plain = openConsole({ json: options?.json });
const console = options?.supervised ? reporting(plain) : plain;
try {
  if (options) process.exitCode = await (options.detach ? detach : run)(options, console);
  if (stopOptions) process.exitCode = await stop(stopOptions, console);
} catch (error) {
  console.complain(error instanceof StartError ? error.message : String((error as Error).stack ?? error));
  process.exitCode = 1;
}
