import { companiesRuntimes } from '@jobly/stack';
import { Command, Option } from 'commander';

export interface LauncherOptions {
  only?: 'monolith' | 'soa' | 'micro' | 'functions';
  /** What runs the companies service. */
  companies?: (typeof companiesRuntimes)[number];
  data: string;
  reset?: boolean;
  json?: boolean;
  /** A part that ends is started again. */
  restart: boolean;
  /** Spans of all processes are collected in the directory. */
  traces?: boolean;
  /** A page in the browser shows the stacks. */
  console: boolean;
  detach?: boolean;
  /** Another launcher, in the terminal, receives reports until everything is ready. */
  supervised?: boolean;
}

export interface StopOptions {
  data: string;
}

const MORE = `
Every port and the rest are set by environment variables: MONOLITH_PORT, GATEWAY_PORT, USERS_PORT, COMPANIES_PORT,
JOBS_PORT, SOA_GATEWAY_PORT, ACCOUNTS_PORT, CATALOGUE_PORT, FUNCTIONS_PORT, CONSOLE_PORT, HOST, DATABASE_URL, USERS_DATABASE_URL, COMPANIES_DATABASE_URL, JOBS_DATABASE_URL, AUTH_MODE,
DATA_SHARING, LOG_LEVEL, SEED and more; docs/configuration.md lists them. Databases of your own are never reset.

Ctrl-C (or SIGTERM, or "npm stop" from elsewhere) stops everything and exits with 0; a second Ctrl-C does not wait for
requests under way. If a part cannot start, all are stopped and the exit code is 1. A part that dies later is restarted,
after 1 s at first and after up to 15 s if it keeps dying; at its sixth death in a row it stays down, the others go on,
and the exit code will be 1. With --detach everything goes on in the background, whatever becomes of the terminal; so it
does under nohup.`;

/** The options on the command line. Prints help or the mistakes in the arguments, and ends the process by itself. */
export function optionsFrom(argv: string[]): LauncherOptions {
  return new Command('npm start --')
    .description('Starts PostgreSQL, the monolith and the microservices, and stays until it is told to stop.')
    .addOption(
      new Option(
        '--only <which>',
        'start only one of them, the two services between them, or the monolith as a function',
      ).choices(['monolith', 'soa', 'micro', 'functions']),
    )
    .addOption(
      new Option(
        '--companies <runtime>',
        'run the companies service on Bun (docs/another-stack.md); also COMPANIES_RUNTIME',
      ).choices(companiesRuntimes),
    )
    .addOption(dataOption())
    .option('--reset', 'first delete all data in that directory')
    .option('--json', 'print the running stack as one line of JSON instead of a table')
    .option('--no-restart', 'stop everything, with exit code 1, as soon as a part dies')
    .option('--traces', 'trace every request, for "npm run trace"; nothing is measured meanwhile')
    .option('--no-console', 'without the page that shows them in the browser, and without Server-Timing in answers')
    .option('--detach', 'return as soon as everything is ready; "npm stop" stops it')
    .addOption(new Option('--supervised').hideHelp())
    .allowExcessArguments(false)
    .addHelpText('after', MORE)
    .parse(argv)
    .opts<LauncherOptions>();
}

const MORE_ON_STOP = `
It waits until everything is down. That nothing runs is no failure: the exit code is 0. It is 1 for what cannot be
stopped.`;

/** The same for `npm stop`. */
export function stopOptionsFrom(argv: string[]): StopOptions {
  return new Command('npm stop --')
    .description('Stops what "npm start" has started, in whatever terminal or in the background, or left behind.')
    .addOption(dataOption())
    .allowExcessArguments(false)
    .addHelpText('after', MORE_ON_STOP)
    .parse(argv, { from: 'user' })
    .opts<StopOptions>();
}

const dataOption = () => new Option('--data <dir>', 'where data, secrets and logs live').default('.jobly');
