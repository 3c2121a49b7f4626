import { StartError } from '@jobly/contracts';
import { Failure } from '@jobly/lab/instrument';
import { Interrupted } from '@jobly/lab/runner';
import { createProgram } from './cli/program';

// A reader that goes away (`| head`, a closed terminal) must not take the results with it.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

try {
  await createProgram().parseAsync();
} catch (error) {
  if (!(error instanceof Failure || error instanceof StartError || error instanceof Interrupted)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof Interrupted ? 130 : 1;
}
