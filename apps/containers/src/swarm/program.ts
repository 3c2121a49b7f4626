import { Argument, Command, InvalidArgumentError } from 'commander';
import { choices, stacksOf } from '../stacks';
import { down } from './down';
import { type Scale, scale } from './scale';
import { test } from './test/test';
import { up } from './up';
import { update } from './update';

const MORE = `
docs/swarm.md tells how an update goes. Settings stand in .env.example.

Exit codes: 0 done; 1 an update was taken back, or a stack has failed the test;
2 nothing could be tried (no engine, no swarm, a port is taken, an image or a
secret is missing); 130 interrupted.`;

type Which = (typeof choices)[number];

/** The command line: `npm run swarm -- up|down|update|scale|test [monolith|soa|micro|both]`. */
export function swarmProgram(signal: AbortSignal): Command {
  const program = new Command('swarm')
    .description('Runs the stacks in a Docker swarm, with rolling updates.')
    .addHelpText('after', MORE)
    // That is how it is called, whatever stands above it.
    .configureHelp({ commandUsage: (command) => ['npm run swarm --', ...pathOf(command), command.usage()].join(' ') })
    .exitOverride(({ exitCode }) => process.exit(exitCode && 2));
  const which = () => new Argument('[which]', 'which stacks').choices(choices).default('both');
  const report = (isGood: boolean) => {
    process.exitCode = isGood ? 0 : 1;
  };

  program
    .command('up')
    .description('build the images, deploy the stacks, and wait until they are healthy')
    .addArgument(which())
    .option('--replicas <n>', 'of every process (1 if nothing is set)', count)
    .option('--tag <tag>', 'deploy the images jobly/…:<tag> instead of building them')
    .action(async (name: Which, options: Parameters<typeof up>[1]) =>
      report(await up(stacksOf(name), options, signal)),
    );

  program
    .command('update')
    .description('build the images, and replace what runs without losing a request; goes back if that fails')
    .addArgument(which())
    .option('--tag <tag>', 'to the images jobly/…:<tag> instead of building them')
    .action(async (name: Which, options: Parameters<typeof update>[1]) =>
      report(await update(stacksOf(name), options, signal)),
    );

  program
    .command('scale')
    .description('change the number of replicas: scale micro 2, scale micro jobs=4 gateway=2')
    .addArgument(new Argument('<which>', 'which stacks').choices(choices))
    .argument('<replicas...>', 'a number for every process, or PROCESS=NUMBER', scales)
    .action((name: Which, wanted: Scale[]) => scale(stacksOf(name), wanted, signal));

  program
    .command('down')
    .description('remove the stacks; their data and secrets stay')
    .addArgument(which())
    .option('--volumes', 'their data and secrets, too', false)
    .action((name: Which, options: Parameters<typeof down>[1]) => down(stacksOf(name), options, signal));

  program
    .command('test')
    .description('deploy stacks of its own; update and scale them under traffic, and let a migration fail')
    .addArgument(which())
    .option('--json', 'print the results as JSON', false)
    .action(async (name: Which, options: Parameters<typeof test>[1]) =>
      report(await test(stacksOf(name), options, signal)),
    );
  return program;
}

function count(value: string): number {
  if (/^[1-9]$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be from 1 to 9.');
}

function scales(value: string, previous: Scale[] = []): Scale[] {
  const [, service, replicas] = /^(?:([a-z-]+)=)?([1-9])$/.exec(value) ?? [];
  if (replicas === undefined) throw new InvalidArgumentError('It must be a number from 1 to 9, or such as jobs=2.');
  return [...previous, { ...(service && { service }), replicas: Number(replicas) }];
}

/** The names of a command and those above it, below the swarm itself. */
const pathOf = (command: Command): string[] =>
  command.name() === 'swarm' ? [] : [...pathOf(command.parent!), command.name()];
