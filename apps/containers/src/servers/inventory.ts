import { readFileSync } from 'node:fs';
import type { StackName } from '../stacks';

/** What deploy/servers/processes.json says of a process, as far as it is needed here. */
interface Described {
  name: string;
  topology: string;
  app: string;
  database?: unknown;
}

const ofStack = (stack: StackName): Described[] => {
  const { processes } = JSON.parse(readFileSync('deploy/servers/processes.json', 'utf8')) as { processes: Described[] };
  return processes.filter(({ topology }) => topology === stack);
};

/** The inventory of one machine with one stack, seeded, each process twice: one.yml without the other stacks. */
export function inventoryOf(stack: StackName, address: string, password: string): string {
  const groups = ['database', ...ofStack(stack).map(({ name }) => name)];
  const machine = {
    addresses: ['127.0.0.2', '127.0.0.3'],
    database_address: '127.0.0.1',
    public_address: address,
    seed: true,
    seed_password: password,
  };
  return JSON.stringify({
    all: {
      vars: { ansible_connection: 'local' },
      hosts: { machine },
      children: Object.fromEntries(groups.map((group) => [group, { hosts: { machine: null } }])),
    },
  });
}

/** An app whose update changes a database: the last one, so that the others have been tried before. */
export const lastWithDatabase = (stack: StackName): string =>
  ofStack(stack).findLast(({ database }) => database !== undefined)!.app;
