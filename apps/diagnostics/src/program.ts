import { StartError } from '@jobly/contracts';
import { Command } from 'commander';
import type { Colours } from './colours';
import { logText } from './logs/log-text';
import { requestLog } from './logs/request-log';
import { printableJson } from './printable';
import { findTrace } from './trace/find-trace';
import { waterfall } from './trace/waterfall';

interface Output {
  print: (text: string) => void;
  colours: Colours;
}

interface Options {
  data: string;
  json: boolean;
}

const COMMANDS = `The commands are "npm run logs -- REQUEST_ID" and "npm run trace -- WHAT"; each has a --help.`;

const LOGS = `
The id is that of the header X-Request-Id, which every answer has. The lines come
from DIR/logs, those of the run before included, and from the containers of the
project jobly, if there are any. An id that begins with "-" needs "--" before it:

  npm run logs -- -- -ID

Exit codes: 0 found; 1 nothing has this id; 2 an unknown argument, or a log that
cannot be read.`;

const TRACE = `
WHAT is a request id, a trace id, or a method and a path; of several traces the
last one is shown, and without WHAT the last one of all. Spans are collected while
the stack runs with "npm start -- --traces". An id that begins with "-" needs "--"
before it.

  npm run trace -- GET /jobs/1
  npm run trace -- -- -ID

Exit codes: 0 found; 1 there is no such trace; 2 an unknown argument.`;

/** The command lines of `npm run logs` and `npm run trace`; `run` resolves to the exit code. */
export function createProgram({ print, colours }: Output) {
  let code = 0;
  const report = (json: boolean, found: object | undefined, missing: string, textOf: () => string) => {
    code = found ? 0 : 1;
    if (json) print(printableJson(found ?? null));
    else print(found ? textOf() : missing);
  };

  const logs = described(new Command('npm run logs --'), LOGS)
    .description('Prints what all processes have logged about one request, in order of time.')
    .argument('<request-id>')
    .action(async (id: string, { data, json }: Options) => {
      const lines = await requestLog(data, id);
      const missing = `No log line in ${data}/logs or in a container has the request id ${printableJson(id)}.`;
      report(json, lines.length > 0 ? lines : undefined, missing, () => logText(lines, colours));
    });

  const trace = described(new Command('npm run trace --'), TRACE)
    .description('Shows where the time of a request went, span by span, across all processes.')
    .argument('[what...]')
    .action(async (what: string[], { data, json }: Options) => {
      const spans = await findTrace(data, what);
      const wanted = what.length > 0 ? `trace of ${printableJson(what.join(' '))}` : 'trace';
      const missing = `There is no ${wanted} in ${data}; "npm start -- --traces" collects them, a second later.`;
      report(json, spans, missing, () => waterfall(spans!, colours));
    });

  const commands = new Map([
    ['logs', logs],
    ['trace', trace],
  ]);
  return {
    async run([name = '', ...args]: string[]): Promise<number> {
      const command = commands.get(name);
      if (command) await command.parseAsync(args, { from: 'user' });
      else if (name === '--help' || name === '-h') print(COMMANDS);
      else throw new StartError(name === '' ? COMMANDS : `There is no command ${printableJson(name)}. ${COMMANDS}`);
      return code;
    },
  };
}

const described = (command: Command, more: string) =>
  command
    .option('--data <dir>', 'the directory of the stack', '.jobly')
    .option('--json', 'print the result as JSON', false)
    .allowExcessArguments(false)
    .addHelpText('after', more)
    .exitOverride(({ exitCode }) => process.exit(exitCode && 2));
