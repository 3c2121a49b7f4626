import { Command, Option } from 'commander';

export interface LauncherOptions {
  only?: 'monolith' | 'micro';
  data: string;
  reset?: boolean;
  json?: boolean;
}

const MORE = `
Every port and the rest are set by environment variables: MONOLITH_PORT, GATEWAY_PORT, USERS_PORT, COMPANIES_PORT,
JOBS_PORT, HOST, DATABASE_URL, USERS_DATABASE_URL, COMPANIES_DATABASE_URL, JOBS_DATABASE_URL, AUTH_MODE, LOG_LEVEL,
SEED and more; the README lists them. Databases of your own are never reset.

Ctrl-C (or SIGTERM) stops everything and exits with 0; a second Ctrl-C does not wait for requests under way. If a
part cannot start or dies, all are stopped and the exit code is 1.`;

/** What the command line asks for. Prints help, or what is wrong with the arguments, and ends the process by itself. */
export function optionsFrom(argv: string[]): LauncherOptions {
  return new Command('npm start --')
    .description('Starts PostgreSQL, the monolith and the microservices, and stays until it is told to stop.')
    .addOption(new Option('--only <which>', 'start only one of the two').choices(['monolith', 'micro']))
    .option('--data <dir>', 'where data, secrets and logs live', '.jobly')
    .option('--reset', 'first delete all data in that directory')
    .option('--json', 'print the running stack as one line of JSON instead of a table')
    .allowExcessArguments(false)
    .addHelpText('after', MORE)
    .parse(argv)
    .opts<LauncherOptions>();
}
