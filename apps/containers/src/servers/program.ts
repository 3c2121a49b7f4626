import { Argument, Command } from 'commander';
import { choices, stacksOf } from '../stacks';
import { test } from './test';

const MORE = `
A server is a container in which systemd runs. For that, root in it gets the
capability SYS_ADMIN of this machine. The test takes five to ten minutes for a
stack.

Exit codes: 0 no request failed; 1 one did, or an update went wrong; 2 nothing
could be tried (no engine, no systemd, the playbook stops); 130 interrupted.`;

/** The command line: `npm run servers -- test [monolith|soa|micro|both]`. */
export function serversProgram(signal: AbortSignal): Command {
  const program = new Command('servers')
    .description('Tries what deploy/servers does to a server, in a container.')
    .addHelpText('after', MORE)
    .exitOverride(({ exitCode }) => process.exit(exitCode && 2));
  program
    .command('test')
    .description('install stacks, update them under traffic, and let a migration fail; count the failed requests')
    .addArgument(new Argument('[which]', 'which stacks').choices(choices).default('both'))
    .option('--release <file>', 'the archive of "npm run release"; one is packed otherwise')
    .option('--json', 'print the results as JSON', false)
    .action(async (which: (typeof choices)[number], options: Parameters<typeof test>[1]) => {
      process.exitCode = (await test(stacksOf(which), options, signal)) ? 0 : 1;
    });
  return program;
}
