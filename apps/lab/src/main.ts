import { StartError } from '@jobly/contracts';
import { Failure } from '@jobly/lab/instrument';
import { Interrupted } from '@jobly/lab/runner';
import { bypassProxies } from '@jobly/lab/system-under-test';
import { createProgram } from './cli/program';

// A reader that goes away (`| head`, a closed terminal) must not take the results with it.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

// A proxy of the environment would be measured along with the stacks, if it reached them at all.
bypassProxies(process.argv.filter((argument) => URL.canParse(argument)));

try {
  await createProgram().parseAsync();
} catch (error) {
  if (!(error instanceof Failure || error instanceof StartError || error instanceof Interrupted)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof Interrupted ? 130 : 1;
}
