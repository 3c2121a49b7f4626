import { StartError } from '@jobly/contracts';
import pc from 'picocolors';
import { createProgram } from './program';

// Whoever reads may have had enough, as head has.
process.stdout.on('error', () => process.exit(0));
try {
  process.exitCode = await createProgram({
    print: console.log,
    colours: pc.createColors(process.stdout.isTTY && !process.env['NO_COLOR']),
  }).run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof StartError ? pc.red(error.message) : error);
  process.exitCode = 2;
}
