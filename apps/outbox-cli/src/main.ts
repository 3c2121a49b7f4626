import { StartError } from '@jobly/contracts';
import pc from 'picocolors';
import { Refusal } from './find';
import { createProgram } from './program';

try {
  await createProgram(process.env, console.log).parseAsync();
} catch (error) {
  const isExplained = error instanceof Refusal || error instanceof StartError;
  console.error(isExplained ? pc.red(error.message) : error);
  process.exitCode = error instanceof Refusal ? 1 : 2;
}
