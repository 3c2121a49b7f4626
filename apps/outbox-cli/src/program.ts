import { Command, InvalidArgumentError } from 'commander';
import { type ServiceEvent, drop, list, retry } from './commands';
import { type ServiceOutbox, withOutboxes } from './outboxes';
import { droppedText, retriedText, tableOf } from './wording';

const MORE = `
An event waits until its consumer takes it, and is parked where the consumer
never will. ID is an event's id or the beginning of it, at least four characters.

The databases are those of the running stack, or COMPANIES_DATABASE_URL and
JOBS_DATABASE_URL; "npm start -- --only monolith" is enough to have the former.

Exit codes: 0 done; 1 there is no such event, or it is not parked; 2 nothing
could be tried (no database, or an unknown argument).`;

interface Options {
  data: string;
  json: boolean;
}

/** The command line: `npm run outbox -- list | retry ID | drop ID`. */
export function createProgram(env: NodeJS.ProcessEnv, print: (text: string) => void): Command {
  const program = new Command('npm run outbox --')
    .description('Shows what waits in the outboxes of the services, and decides on what nobody takes.')
    .addHelpText('after', MORE)
    .exitOverride(({ exitCode }) => process.exit(exitCode && 2));

  const command = (usage: string, description: string) =>
    program
      .command(usage)
      .description(description)
      .option('--data <dir>', 'the directory of the running stack', '.jobly')
      .option('--json', 'print the result as JSON', false);

  /** Runs the command and prints its result: for people, or under this key for programs. */
  const report = async (
    { data, json }: Options,
    key: string,
    textOf: (events: ServiceEvent[]) => string,
    work: (outboxes: ServiceOutbox[]) => Promise<ServiceEvent[]>,
  ) => {
    const events = await withOutboxes(data, env, work);
    print(json ? JSON.stringify({ [key]: events }) : textOf(events));
  };

  command('list', 'list the events, parked ones first').action((options: Options) =>
    report(options, 'events', tableOf, list),
  );

  command('retry', 'deliver parked events again')
    .argument('[id...]', 'which', idOf)
    .option('--all', 'every parked one', false)
    .action((ids: string[], { all, ...options }: Options & { all: boolean }, self: Command) => {
      if (all === ids.length > 0) self.error('error: give the ids of events, or --all');
      return report(options, 'retried', retriedText, (outboxes) => retry(outboxes, all ? 'all' : ids));
    });

  command('drop', 'remove parked events, so that their consumers never hear of them')
    .argument('<id...>', 'which', idOf)
    .action((ids: string[], options: Options) =>
      report(options, 'dropped', droppedText, (outboxes) => drop(outboxes, ids)),
    );
  return program;
}

function idOf(value: string, earlier: string[] = []): string[] {
  if (/^[0-9a-f][0-9a-f-]{3,35}$/i.test(value)) return [...earlier, value];
  throw new InvalidArgumentError('It must be an id from the list, or at least its first four characters.');
}
