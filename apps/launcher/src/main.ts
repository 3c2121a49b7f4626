import { StartError } from '@jobly/contracts';
import { openConsole, surviveClosedOutput } from './console';
import { optionsFrom } from './options';
import { run } from './run';

surviveClosedOutput();
const options = optionsFrom(process.argv);
const console = openConsole(options);
try {
  process.exitCode = await run(options, console);
} catch (error) {
  console.complain(error instanceof StartError ? error.message : String((error as Error).stack ?? error));
  process.exitCode = 1;
}
