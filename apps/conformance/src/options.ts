import { Command, InvalidArgumentError, Option } from 'commander';
import { type AuthMode, type WayOfSharing, authModes, waysOfSharing } from '@jobly/contracts';
import { CANNOT_RUN, companiesRuntimes, type Topology } from '@jobly/stack';
import { parseCapabilities, readDeclaration } from './capabilities';
import type { Target } from './target';
import { topologies } from './topologies';

export interface Options {
  baseUrl?: string;
  topology?: Topology | 'all';
  authMode?: AuthMode | 'all';
  dataSharing?: WayOfSharing;
  companies?: (typeof companiesRuntimes)[number];
  preload?: string;
  capabilities?: string;
  admin?: { username: string; password: string };
  json?: string;
  testNamePattern?: string;
  oneByOne: boolean;
}

const EXIT_CODES = `
Exit codes: 0 passed; 1 a test has failed; 2 nothing could be tested;
130 interrupted.`;

/** Reads the command line; answers --help and reports mistakes by itself, and ends the process. */
export function readOptions(argv: string[]): Options {
  const command = new Command('npm run conformance --')
    .description('Checks a server, any server, against the contract of Jobly.')
    .addOption(new Option('--base-url <url>', 'the server to test').argParser(parseBaseUrl))
    .addOption(
      new Option('--topology <name>', 'or: start this topology, test it, and stop it again')
        .choices([...topologies, 'all'])
        .conflicts(['baseUrl', 'capabilities', 'admin']),
    )
    .addOption(
      new Option('--auth-mode <mode>', 'start it in this AUTH_MODE; all: one after the other in each that it has')
        .choices([...authModes.micro, 'all'])
        .conflicts('baseUrl'),
    )
    .addOption(
      new Option('--data-sharing <way>', 'start it with this DATA_SHARING, where it has it')
        .choices([...new Set(Object.values(waysOfSharing).flat())])
        .conflicts('baseUrl'),
    )
    .addOption(
      new Option('--companies <runtime>', 'start it with the companies service on this runtime; also COMPANIES_RUNTIME')
        .choices(companiesRuntimes)
        .conflicts('baseUrl'),
    )
    .addOption(
      new Option(
        '--preload <file>',
        'a module that each of its processes loads first, to watch it from inside',
      ).conflicts('baseUrl'),
    )
    .option('--capabilities <file>', 'JSON that declares what may differ (see apps/conformance/src/capabilities.ts)')
    .addOption(new Option('--admin <user:password>', 'an account that is an admin').argParser(parseAdmin))
    .option('--json <file>', 'write the results there as well')
    .option('--one-by-one', 'one test file after the other, for a server that has little CPU', false)
    .option('-t, --test-name-pattern <regex>', 'only the tests whose full names match')
    .addHelpText('after', EXIT_CODES)
    .exitOverride(({ exitCode }) => process.exit(exitCode && CANNOT_RUN))
    .parse(argv);
  const options = command.opts<Options>();
  if (!options.baseUrl && !options.topology) command.error('error: give --base-url URL or --topology NAME');
  return options;
}

/** @throws StartError for capabilities that cannot be read or are not valid. */
export async function targetAt(baseUrl: string, { capabilities: file, admin }: Options): Promise<Target> {
  const declared = file ? await readDeclaration(file) : {};
  const capabilities = parseCapabilities({ ...declared, ...(admin && { admin }) }, file ?? 'the command line');
  return { name: new URL(baseUrl).host, baseUrl, capabilities };
}

function parseBaseUrl(value: string): string {
  const { protocol, href } = URL.parse(value) ?? {};
  if (!href || !/^https?:$/.test(protocol ?? ''))
    throw new InvalidArgumentError('It must be like http://localhost:3001.');
  return href.replace(/\/+$/, '');
}

function parseAdmin(value: string) {
  const [username = '', ...rest] = value.split(':');
  if (!username || rest.length === 0) throw new InvalidArgumentError('It must be like testadmin:password.');
  return { username, password: rest.join(':') };
}
