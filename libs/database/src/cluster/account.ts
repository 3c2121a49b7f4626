import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StartError } from '@jobly/contracts';

const run = promisify(execFile);

/** Runs programs as a user that PostgreSQL accepts: not root, and with a name. */
export interface Account {
  /** The required owner of the files, as this process sees it. */
  uid: number;
  gid: number;
  command(program: string, args: string[]): Command;
}

interface Command {
  file: string;
  args: string[];
  options: { uid?: number; gid?: number; env: NodeJS.ProcessEnv };
}

interface Place {
  program: string;
  directory: string;
  /** The owner of the directory. */
  owner: { uid: number; gid: number };
}

/**
 * Chooses the first way that works here. Root's own directory stays root's if the kernel allows user namespaces;
 * otherwise it is given to "nobody". A directory that belongs to another user is used as that user.
 */
export async function chooseAccount(place: Place): Promise<Account> {
  for (const account of await candidates(place)) {
    if (await works(account, place)) return account;
  }
  throw new StartError(
    'PostgreSQL does not run as root or without a user name, and no other way works here (tried unshare, setpriv and ' +
      'the user nobody); start as an ordinary user, or set DATABASE_URL.',
  );
}

/** Makes the account the owner of everything below a directory. */
export async function giveTo({ uid, gid }: Account, directory: string): Promise<void> {
  await run('chown', ['-R', `${uid}:${gid}`, directory]);
}

async function candidates({ owner }: Place): Promise<Account[]> {
  const self = { uid: process.geteuid!(), gid: process.getegid!() };
  if (self.uid !== 0) return [asMyself(self), inNamespace(self)];
  if (owner.uid !== 0) return [asUser(owner), asUserWhoReadsAll(owner)];
  const nobody = { uid: await idOf('-u'), gid: await idOf('-g') };
  return [inNamespace(self), asUser(nobody), asUserWhoReadsAll(nobody)];
}

type Ids = Pick<Account, 'uid' | 'gid'>;

/** Only the path to programs, and nothing else of this process's environment (PGOPTIONS, a language for messages). */
const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_MESSAGES: 'C' });

const asMyself = (self: Ids): Account => ({
  ...self,
  command: (file, args) => ({ file, args, options: { env: environment() } }),
});

/** Keeps the user, but names it "nobody" inside the namespace. */
const inNamespace = (self: Ids): Account => ({
  ...self,
  command: (program, args) => ({
    file: 'unshare',
    args: ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, program, ...args],
    options: { env: environment() },
  }),
});

const asUser = (user: Ids): Account => ({
  ...user,
  command: (file, args) => ({ file, args, options: { uid: user.uid, gid: user.gid, env: environment() } }),
});

/** Passes the parents of its files even if they are closed to others: /root, or the directory of mktemp. */
const asUserWhoReadsAll = (user: Ids): Account => ({
  ...user,
  command: (program, args) => ({
    file: 'setpriv',
    args: [
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      '--inh-caps=+dac_override',
      '--ambient-caps=+dac_override',
      program,
      ...args,
    ],
    options: { env: environment() },
  }),
});

const NOBODY = 65534;

async function idOf(flag: '-u' | '-g'): Promise<number> {
  const { stdout } = await run('id', [flag, 'nobody']).catch(() => ({ stdout: String(NOBODY) }));
  return Number(stdout);
}

async function works(account: Account, { program, directory }: Place): Promise<boolean> {
  const question = 'test "$(id -u)" != 0 && id -un && test -x "$0" && test -x "$1"';
  const { file, args, options } = account.command('sh', ['-c', question, program, directory]);
  return run(file, args, options).then(
    () => true,
    () => false,
  );
}
