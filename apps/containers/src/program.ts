import { Argument, Command, InvalidArgumentError } from 'commander';
import { down } from './down';
import { choices, stacksOf } from './stacks';
import { serversProgram } from './servers/program';
import { swarmProgram } from './swarm/program';
import { test } from './test/test';
import { up } from './up';

const MORE = `
"npm run docker -- up --help" and so on tell what each can be told. Settings
stand in .env.example; copy it to .env to change them.

Exit codes: 0 done; 1 a stack has failed the test; 2 nothing could be tried (no
engine, a port is taken, an image is missing, a container does not start);
130 interrupted.`;

/** The command line: `npm run docker -- up|down|test [monolith|soa|micro|both]`. */
export function createProgram(signal: AbortSignal): Command {
  const program = new Command('npm run docker --')
    .description('Runs the stacks in containers.')
    .addHelpText('after', MORE)
    .exitOverride(({ exitCode }) => process.exit(exitCode && 2));
  const which = () => new Argument('[which]', 'which stacks').choices(choices).default('both');
  type Which = (typeof choices)[number];

  program
    .command('up')
    .description('build the images, start the stacks, and wait until they are healthy')
    .addArgument(which())
    .option('--replicas <n>', 'of every process (1 if nothing is set); a stack’s CPU stays the same in all', count)
    .option('--observability', 'with Prometheus, Grafana and Jaeger; never while measuring', false)
    .action((name: Which, options: Parameters<typeof up>[1]) => up(stacksOf(name), options, signal));

  program
    .command('down')
    .description('stop the stacks, and take their containers and networks away')
    .addArgument(which())
    .option('--volumes', 'their data and secrets, too', false)
    .action((name: Which, options: Parameters<typeof down>[1]) => down(stacksOf(name), options, signal));

  program
    .command('test')
    .description('start stacks of its own, check them against the contract, kill and replace replicas under load')
    .addArgument(which())
    .option('--json', 'print the results as JSON', false)
    .action(async (name: Which, options: Parameters<typeof test>[1]) => {
      process.exitCode = (await test(stacksOf(name), options, signal)) ? 0 : 1;
    });

  program.addCommand(swarmProgram(signal).name('swarm'));
  program.addCommand(serversProgram(signal).name('servers'));
  return program;
}

function count(value: string): number {
  if (/^[1-9]$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be from 1 to 9.');
}
