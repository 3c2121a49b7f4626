import { Failure } from '@jobly/lab/instrument';
import type { Table } from '@jobly/lab/results';
import type { MeasuredScene } from '@jobly/lab/runner';
import {
  type Account,
  exchange,
  type Inventory,
  logInAs,
  type Question,
  signUpAll,
  takeInventory,
} from '@jobly/lab/system-under-test';
import type { RunningMode } from './start-mode';

interface People {
  /** A user and the administrator, whose tokens the services have seen before. */
  user: Account;
  admin: Account;
  /** The administrator with a token that no service has seen yet. */
  fresh: Account;
}

/** A request made while the users service is down. */
interface Attempt {
  what: string;
  question: (people: People, found: Inventory) => Question;
}

const newJob = ({ companies }: Pick<Inventory, 'companies'>, { token }: Account): Question => ({
  method: 'POST',
  path: '/jobs',
  token,
  body: { title: 'Made without the users service', companyHandle: companies.at(0)!.handle },
});

const attempts: readonly Attempt[] = [
  // This one comes first, because services that have introspected the token forget it again.
  { what: 'POST /jobs, token seen before', question: ({ admin }, found) => newJob(found, admin) },
  { what: 'GET /jobs/:id', question: (_, { jobs }) => ({ method: 'GET', path: `/jobs/${jobs.at(0)!.id}` }) },
  { what: 'POST /jobs, new token', question: ({ fresh }, found) => newJob(found, fresh) },
  {
    what: 'GET /users/:username',
    question: ({ user: { username, token } }) => ({ method: 'GET', path: `/users/${username}`, token }),
  },
  {
    what: 'POST /auth/token',
    question: ({ user: { username, password } }) => ({
      method: 'POST',
      path: '/auth/token',
      body: { username, password },
    }),
  },
];

/** The requests that still work when the users service of each stack is killed; the monolith has none to kill. */
export async function outageTable({ stacks, run }: MeasuredScene, watched: readonly RunningMode[]): Promise<Table> {
  const found = await takeInventory(stacks.micro.origin, stacks.data);
  const rows = await Promise.all(
    watched.flatMap((mode, index) => (mode.usersPid === undefined ? [] : [statusesAt(mode, `${run.id}o${index}`)])),
  );
  return {
    title: 'What goes on while the users service is down',
    note: 'The status of each answer. 503 says that something this request needs is down, and never comes as anything else.',
    head: ['mode', ...attempts.map(({ what }) => what)],
    rows,
  };

  async function statusesAt({ name, target: { origin }, usersPid }: RunningMode, label: string): Promise<string[]> {
    const [user] = await signUpAll(origin, label, 1);
    const admin = await logInAs(origin, stacks.admin);
    const people = { user: user!, admin, fresh: await logInAs(origin, stacks.admin) };
    const { status } = await exchange(origin, newJob(found, admin));
    if (status !== 201) throw new Failure(`${name} answers ${status} before anything is down.`);
    process.kill(usersPid!, 'SIGKILL');
    const statuses: string[] = [];
    for (const { question } of attempts)
      statuses.push(String((await exchange(origin, question(people, found))).status));
    return [name, ...statuses];
  }
}
