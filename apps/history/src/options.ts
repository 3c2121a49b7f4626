import { randomInt } from 'node:crypto';
import { CANNOT_RUN } from '@jobly/stack';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { StackName } from './faults/schedule';

export interface Options {
  minutes: number;
  seed: number;
  stack: StackName | 'both';
  out: string;
  json?: boolean;
  recheck?: string;
}

const LARGEST_SEED = 1_000_000_000;

/** Reads the command line; answers --help and reports mistakes by itself, and ends the process. */
export function readOptions(argv: string[]): Options {
  return new Command('npm run check:history --')
    .description(
      'Lets clients work while processes are killed and paused, and checks that everything they were told is true in ' +
        'the end: nothing acknowledged is lost, nothing refused is done, and nothing is done twice.',
    )
    .addOption(
      new Option('--minutes <number>', 'how long clients and faults last, for each stack')
        .default(2)
        .argParser(minutes),
    )
    .addOption(
      new Option('--seed <number>', 'the same seed gives the same faults at the same times')
        .default(randomInt(LARGEST_SEED), 'a random one, which is told')
        .argParser(seed),
    )
    .addOption(
      new Option('--stack <name>', 'what to check; both: one after the other')
        .choices(['monolith', 'micro', 'both'])
        .default('both'),
    )
    .option('--out <directory>', 'where histories are left', 'history-results')
    .option('--json', 'print the result as JSON, and everything else on stderr')
    .addOption(new Option('--recheck <file>', 'only check a history that an earlier run has left').conflicts(['stack']))
    .addHelpText('after', '\nExit codes: 0 all is true, 1 it is not, 2 nothing could be checked, 130 interrupted.')
    .exitOverride(({ exitCode }) => process.exit(exitCode && CANNOT_RUN))
    .parse(argv)
    .opts<Options>();
}

function minutes(text: string): number {
  const value = Number(text);
  if (value > 0 && value <= 1_440) return value;
  throw new InvalidArgumentError('It must be a number of minutes, at most 1440.');
}

function seed(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= LARGEST_SEED) return value;
  throw new InvalidArgumentError(`It must be a whole number from 0 to ${LARGEST_SEED}.`);
}
