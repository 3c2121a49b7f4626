import { Failure } from '@jobly/lab/instrument';
import { type Experiment, flagsOf, type PairedExperiment, type RunOptions } from '@jobly/lab/runner';
import { cacheDirectory, dataSizes, mix, nginxKinds } from '@jobly/lab/system-under-test';
import { Command, Option } from 'commander';
import { runAndPublish } from '../run-and-publish';
import {
  credentials,
  evenNumber,
  list,
  percent,
  serverAddress,
  shareOfWrites,
  sizeOfData,
  wholeNumber,
} from './arguments';
import { SEEDED_ADMIN } from './seeded-admin';

type Flags = Omit<RunOptions, 'addresses' | 'admin' | 'flags'> & {
  monolith?: string;
  micro?: string;
  admin?: RunOptions['admin'];
};

/** A round has two pairs, because its arms run forwards and backwards. */
const FEWEST_BLOCKS = 2;

/** More take a day. */
const MOST_LAUNCHES = 100;

/** More make a run of days. */
const MOST_BLOCKS = 1_000;

/** Far beyond the rate that one generator sends on time; the requests of a block are made before it begins. */
const HIGHEST_RATE = 50_000;

/** The random numbers have 32 bits. */
const LARGEST_SEED = 2 ** 32 - 1;

const EXIT_CODES = `
Exit code: 0 measured and valid; 3 measured, but a gate says that the figures do not count; 1 failed;
130 interrupted.`;

/** The command for an experiment, with the options for its kind and its stacks. */
export function experimentCommand(experiment: Experiment): Command {
  const command = new Command(experiment.name)
    .description(experiment.question)
    .option('--quick', 'an answer in a few minutes, with wider intervals', false)
    .option('--out <directory>', 'where results.json and report.html go (default: a new one in lab-results)')
    .option('--json', 'everything in JSON on standard output, and the rest on standard error', false);
  if (experiment.kind === 'paired') addDesign(command, experiment.design);
  const own = flagsOf(experiment);
  for (const [spelling, description] of own) command.option(`--${spelling}`, description);
  command
    .option('--seed <number>', 'of order, arrival times and requests', wholeNumber(0, LARGEST_SEED), 1)
    .addHelpText('after', EXIT_CODES);
  if (experiment.stacks !== 'none' && !experiment.fillsDatabases) {
    command.option(
      '--data <size>',
      `jobs in the databases, and the rest in proportion: ${dataSizes.map(({ name }) => name).join(', ')} (default: the 200 of the seed); kept in ${cacheDirectory()}`,
      sizeOfData,
    );
  }
  if (experiment.stacks === 'any') {
    command
      .option(
        '--monolith <url>',
        'a monolith that runs already; the lab starts its own stacks otherwise',
        serverAddress,
      )
      .option('--micro <url>', 'the gateway of microservices that run already', serverAddress)
      .option('--admin <user:password>', 'an administrator there (default: testadmin:password)', credentials);
  }
  if (experiment.stacks !== 'none' && experiment.nginx) {
    command.addOption(
      new Option(
        '--nginx <kind>',
        'which nginx: a container, or the one installed (default: whichever there is)',
      ).choices(nginxKinds),
    );
  }
  if (experiment.kind === 'paired' && experiment.design.settings.full.load.loop === 'open') {
    command.option('--rate <number>', 'requests per second', wholeNumber(1, HIGHEST_RATE));
  }
  return command.action(async (flags: Flags) => {
    const given = own.flatMap(([spelling]) => givenAs(spelling, command));
    const options = { admin: SEEDED_ADMIN, ...flags, ...addressesIn(flags), flags: given };
    process.exitCode = await runAndPublish(experiment, options);
  });
}

/** A flag as the user has given it; nothing if it was not given. */
function givenAs(spelling: string, command: Command): string[] {
  const option = new Option(`--${spelling}`);
  const value: unknown = command.getOptionValue(option.attributeName());
  if (typeof value === 'string') return [`${option.name()} ${value}`];
  return value === !option.negate ? [spelling] : [];
}

function addDesign(command: Command, { workloads }: PairedExperiment['design']): void {
  command
    .option('--operations <names>', `some of ${workloads.all.map(({ name }) => name).join(', ')}`, list)
    .option(
      '--launches <number>',
      'how often the stacks are started: intervals are over launches',
      wholeNumber(1, MOST_LAUNCHES),
    )
    .option(
      '--blocks <pairs>',
      'pairs of blocks for each operation in each launch',
      evenNumber(FEWEST_BLOCKS, MOST_BLOCKS),
    )
    .option(
      '--precision <percent>',
      'no more blocks for an operation whose interval is as narrow, 3% for ±3 %',
      percent,
    );
  if (workloads.all.includes(mix)) {
    command.option('--writes <percent>', 'of the requests of the mix (default: 10%)', shareOfWrites);
  }
}

function addressesIn({ monolith, micro }: Flags): Pick<RunOptions, 'addresses'> {
  if (monolith && micro) return { addresses: { monolith, micro } };
  if (monolith || micro) throw new Failure('--monolith and --micro go together: give both, or neither.');
  return {};
}
