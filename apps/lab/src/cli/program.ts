import { serveBare, serveExpress, serveNothing } from '@jobly/lab/experiments/layers';
import { createProgress, Failure, serveBlocks, serveDelays } from '@jobly/lab/instrument';
import type { Experiment, RunOptions } from '@jobly/lab/runner';
import { nginxKinds } from '@jobly/lab/system-under-test';
import { Command, Option } from 'commander';
import { calibrate } from './calibrate';
import { experiments } from '../experiments';
import { runAndPublish } from '../run-and-publish';
import { baselineCommand } from './baseline-command';
import { reportCommand } from './report-command';
import { SEEDED_ADMIN } from './seeded-admin';
import { credentials, evenNumber, list, percent, serverAddress, wholeNumber } from './arguments';

type Flags = Omit<RunOptions, 'addresses' | 'admin'> & {
  monolith?: string;
  micro?: string;
  admin?: RunOptions['admin'];
};

/** Fewer pairs of blocks than this make no interval worth printing. */
const FEWEST_BLOCKS = 6;

/** More make a run of days. */
const MOST_BLOCKS = 1_000;

/** Far beyond what one generator sends on time; the requests of a block are made before it begins. */
const HIGHEST_RATE = 50_000;

/** The random numbers are of 32 bits. */
const LARGEST_SEED = 2 ** 32 - 1;

/** Not an experiment on Jobly: it looks at the instrument itself. */
const CALIBRATE = { name: 'calibrate', question: 'Does the instrument read servers of known delay right?' };

const EXIT_CODES = `
Exit code: 0 measured and valid; 3 measured, but a gate says that the figures do not count; 1 failed; 130 interrupted.`;

/** The command line: one command an experiment; the list of them when none is given. */
export function createProgram(): Command {
  const names = [...experiments, CALIBRATE].map(({ name }) => name);
  const program = new Command('npm run lab --')
    .description('Measures what splitting Jobly into services costs. Experiments:')
    .allowExcessArguments()
    .action((_options, { args: [unknown] }: Command) => {
      if (unknown !== undefined)
        throw new Failure(`There is no experiment "${unknown}"; there are ${names.join(', ')}.`);
      console.log(listOfExperiments());
    });
  for (const experiment of experiments) program.addCommand(commandFor(experiment));
  program.addCommand(calibrateCommand());
  program.addCommand(reportCommand());
  program.addCommand(baselineCommand());
  // The processes the lab starts of itself.
  program.command('generator', { hidden: true }).action(serveBlocks);
  program.command('null-server', { hidden: true }).action(serveNothing);
  program.command('bare-server', { hidden: true }).action(serveBare);
  program.command('express-server', { hidden: true }).action(serveExpress);
  program.command('delay-server', { hidden: true }).action(serveDelays);
  return program;
}

function commandFor(experiment: Experiment): Command {
  const names = experiment.workloads.all.map(({ name }) => name).join(', ');
  const command = new Command(experiment.name)
    .description(experiment.question)
    .option('--quick', 'an answer in one to three minutes, with wider intervals', false)
    .option('--out <directory>', 'where results.json and report.html go (default: a new one in lab-results)')
    .option('--json', 'everything in JSON on standard output, and the rest on standard error', false)
    .option('--operations <names>', `some of ${names}`, list)
    .option('--blocks <pairs>', 'pairs of blocks for each operation', evenNumber(FEWEST_BLOCKS, MOST_BLOCKS))
    .option(
      '--precision <percent>',
      'no more blocks for an operation whose interval is as narrow, 3% for ±3 %',
      percent,
    )
    .option('--seed <number>', 'of order, arrival times and requests', wholeNumber(0, LARGEST_SEED), 1)
    .addHelpText('after', EXIT_CODES);
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
  if ('nginx' in experiment) {
    command.addOption(
      new Option(
        '--nginx <kind>',
        'which nginx: a container, or the one installed (default: whichever there is)',
      ).choices(nginxKinds),
    );
  }
  if (experiment.settings.full.load.loop === 'open') {
    command.option('--rate <number>', 'requests per second', wholeNumber(1, HIGHEST_RATE));
  }
  return command.action(async (flags: Flags) => {
    process.exitCode = await runAndPublish(experiment, { admin: SEEDED_ADMIN, ...flags, ...addressesIn(flags) });
  });
}

function calibrateCommand(): Command {
  return new Command(CALIBRATE.name).description(CALIBRATE.question).action(async () => {
    process.exitCode = (await calibrate(createProgress(process.stderr))) ? 0 : 1;
  });
}

function addressesIn({ monolith, micro }: Flags): Pick<RunOptions, 'addresses'> {
  if (monolith && micro) return { addresses: { monolith, micro } };
  if (monolith || micro) throw new Failure('--monolith and --micro go together: give both, or neither.');
  return {};
}

function listOfExperiments(): string {
  const all = [...experiments, CALIBRATE];
  const width = Math.max(...all.map(({ name }) => name.length)) + 2;
  const lines = all.map(({ name, question }) => `  ${name.padEnd(width)}${question}`);
  return ['Experiments:', ...lines, '', 'npm run lab -- EXPERIMENT --quick    or --help for more'].join('\n');
}
