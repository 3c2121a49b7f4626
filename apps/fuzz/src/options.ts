import { randomInt } from 'node:crypto';
import { CANNOT_RUN } from '@jobly/stack';
import { Command, InvalidArgumentError, Option } from 'commander';

export interface Options {
  requests: number;
  seed: number;
  json?: string;
}

const LARGEST_SEED = 2_147_483_647;

/** Reads the command line; answers --help and reports mistakes by itself, and ends the process. */
export function readOptions(argv: string[]): Options {
  return new Command('npm run fuzz --')
    .description(
      'Sends hostile requests, the same to the monolith and to the microservices, which it starts itself, and checks ' +
        'that both answer alike and as the contract wants it.',
    )
    .addOption(
      new Option('--requests <number>', 'how many to send to each')
        .default(20_000)
        .argParser(wholeNumber(1, 10_000_000)),
    )
    .addOption(
      new Option('--seed <number>', 'the same seed sends the same requests')
        .default(randomInt(LARGEST_SEED), 'a random one, which is told')
        .argParser(wholeNumber(0, LARGEST_SEED)),
    )
    .option('--json <file>', 'write the findings there as well')
    .addHelpText('after', '\nExit codes: 0 no failure, 1 failures, 2 nothing could be tested, 130 interrupted.')
    .exitOverride(({ exitCode }) => process.exit(exitCode && CANNOT_RUN))
    .parse(argv)
    .opts<Options>();
}

const wholeNumber = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
};
